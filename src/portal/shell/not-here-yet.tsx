import { Show, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { isOffline, observeSyncStatus } from '../../store/observe/sync-status.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** The very first visit, before the desk was read to the end: what is asked for may come yet. */
export const NotHereYet = (props: { readonly isWholePage?: boolean }): JSX.Element => {
  const { store } = useSignedIn();
  const status = createLive(observeSyncStatus(store));
  const now = createNow(1_000);
  const offline = (): boolean => {
    const known = status();
    return known !== undefined && isOffline(known, now());
  };
  return (
    <Show
      when={offline()}
      fallback={<EmptyState isWholePage={props.isWholePage === true} icon="door" title={t('home.loading')} words={t('home.loadingWords')} />}
    >
      <EmptyState isWholePage={props.isWholePage === true} icon="cloud-off" title={t('home.notHere')} words={t('home.loadingOffline')} />
    </Show>
  );
};
