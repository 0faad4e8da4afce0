import { Show, type JSX } from 'solid-js';
import { t } from '../i18n/translate.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Nothing was ever read from the desk: on its way, or out of reach. */
export const TicketsNotHere = (props: { readonly offline: boolean }): JSX.Element => (
  <Show when={props.offline} fallback={<EmptyState icon="ticket" title={t('tickets.loading')} words={t('tickets.loadingWords')} />}>
    <EmptyState icon="cloud-off" title={t('tickets.loadingOffline')} words={t('home.loadingOffline')} />
  </Show>
);
