import { createResource, createSignal, Show, type JSX } from 'solid-js';
import { formatBytes, formatWhen, t } from '../../i18n/translate.ts';
import type { SyncStatus } from '../../store/cache-db.ts';
import { announce } from '../../ui/announcer.tsx';

/** When the desk was last heard of, and how safe it is here until it is sent. */
export const KeptHere = (props: { readonly status: SyncStatus; readonly now: number }): JSX.Element => {
  // Asked of the browser, which may not know.
  const [usage] = createResource(async () => (await navigator.storage?.estimate?.())?.usage ?? null);
  const [persisted, { mutate }] = createResource(async () => (await navigator.storage?.persisted?.()) ?? false);
  const [isAsked, setAsked] = createSignal(false);
  const keep = async (): Promise<void> => {
    const isKept = await navigator.storage.persist();
    mutate(isKept);
    setAsked(true);
    announce(t(isKept ? 'sync.kept' : 'sync.notKept'));
  };
  const contact = (): string => (props.status.lastContactAt === null ? t('sync.noContact') : t('sync.contact', { when: formatWhen(props.status.lastContactAt, props.now) }));
  const words = (): string => [contact(), usage.latest ? t('sync.storage', { used: formatBytes(usage.latest) }) : '', t(persisted.latest ? 'sync.persisted' : 'sync.notPersisted')].filter(Boolean).join(' · ');
  return (
    <div class="stack">
      <p>
        <small>{words()}</small>
      </p>
      <Show when={persisted.latest === false && !isAsked()}>
        <button type="button" class="button quiet" onClick={() => void keep()}>
          {t('sync.keepIt')}
        </button>
      </Show>
      <Show when={isAsked() && persisted.latest === false}>
        <small>{t('sync.notKept')}</small>
      </Show>
    </div>
  );
};
