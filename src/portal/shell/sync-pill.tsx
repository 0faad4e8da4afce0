/** How many things are still on this device, always in sight; leads to the sync centre. */
import { A } from '@solidjs/router';
import { createEffect, createMemo, on, Show, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { observeOutboxCounts } from '../../store/observe/outbox-counts.ts';
import { observeSyncStatus } from '../../store/observe/sync-status.ts';
import { announce } from '../../ui/announcer.tsx';
import { pillState, type PillState } from './pill-state.ts';

export const SyncPill = (props: { readonly onWorkedOffline: () => void }): JSX.Element => {
  const { store } = useSignedIn();
  const outbox = createLive(observeOutboxCounts(store));
  const status = createLive(observeSyncStatus(store));
  const now = createNow(1_000);
  const state = createMemo((): PillState | null => {
    const view = outbox();
    const known = status();
    return view && known ? pillState(view, known, now()) : null;
  });
  const words = createMemo(
    () =>
      state()
        ?.parts.map((part) => t(part.key, { count: part.count }))
        .join(' · ') ?? '',
  );
  // Heard by a screen reader when it changes, not when the page opens.
  createEffect(on(words, (current, before) => before && current !== before && announce(current), { defer: true }));
  createEffect(() => state()?.tone === 'offline' && (outbox()?.waiting ?? 0) > 0 && props.onWorkedOffline());
  return (
    <Show when={state()}>
      {(shown) => (
        <A class={`pill ${shown().tone}`} href="/sync" aria-label={t('pill.open', { state: words() })}>
          <i class={`dot ${shown().tone}`} />
          <span>{words()}</span>
        </A>
      )}
    </Show>
  );
};
