import { Show, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { createOfflineSince } from './create-offline-since.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** The very first visit, before the desk was read to the end: what is asked for may come yet. */
export const NotHereYet = (props: { readonly isWholePage?: boolean }): JSX.Element => {
  const offlineSince = createOfflineSince();
  return (
    <Show
      when={offlineSince() !== null}
      fallback={<EmptyState isWholePage={props.isWholePage === true} icon="door" title={t('home.loading')} words={t('home.loadingWords')} />}
    >
      <EmptyState isWholePage={props.isWholePage === true} icon="cloud-off" title={t('home.notHere')} words={t('home.loadingOffline')} />
    </Show>
  );
};
