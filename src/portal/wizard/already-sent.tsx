import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import type { TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** The draft of this address was sent: in another tab, or before somebody went back to it. */
export const AlreadySent = (props: { readonly ticketId: TicketId }): JSX.Element => (
  <EmptyState isWholePage icon="check-circle" title={t('wizard.alreadySent')} words={t('wizard.alreadySentWords')}>
    <A class="button primary" href={`/tickets/${props.ticketId}`}>
      {t('held.see')}
    </A>
  </EmptyState>
);
