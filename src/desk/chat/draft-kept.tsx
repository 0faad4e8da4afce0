/** What was typed here, where there is no box for it (any more): it stands in the one of the call. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import type { TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';

export const DraftKept = (props: { readonly page: TicketPage; readonly ticketId: TicketId }): JSX.Element => {
  const hasDraft = (): boolean => props.page.reply !== null || props.page.replyFiles.length > 0;
  return (
    <Show when={hasDraft()}>
      <p>
        {t(props.page.reply?.audience === 'desk' ? 'deskChat.noteKept' : 'deskChat.draftKept')}{' '}
        <A href={`/desk/tickets/${props.ticketId}#reply`}>{t('deskChat.draftLink')}</A>
      </p>
    </Show>
  );
};
