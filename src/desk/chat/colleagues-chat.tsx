/** Under the chat of a colleague: whose it is, and where that went which was typed while it was not. */
import { onMount, type JSX } from 'solid-js';
import type { TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { DraftKept } from './draft-kept.tsx';

export const ColleaguesChat = (props: { readonly page: TicketPage; readonly ticketId: TicketId; readonly analyst: string }): JSX.Element => {
  let words!: HTMLParagraphElement;
  // The box it stands in place of had the focus, and it would be nowhere.
  onMount(() => document.activeElement === document.body && words.focus({ preventScroll: true }));
  return (
    <div class="desk-chat-foot stack">
      <p ref={words} tabIndex={-1} role="status" class="desk-chat-end-words soft">
        {t('deskChat.other', { name: props.analyst })}
      </p>
      <DraftKept page={props.page} ticketId={props.ticketId} />
    </div>
  );
};
