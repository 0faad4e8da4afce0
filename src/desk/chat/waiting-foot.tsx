/** Under a chat that nobody has taken (yet, or any more): the button that takes it. */
import { Show, type JSX } from 'solid-js';
import { acceptChat } from '../../actions/chat-at-the-desk.ts';
import { useSignedIn } from '../../app-context.ts';
import type { TicketId } from '../../domain/ids.ts';
import { mayPerform, relationOf } from '../../domain/permissions.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { createOfflineSince } from '../../ticket-parts/create-offline-since.ts';
import { createOneTap } from '../../ui/create-one-tap.ts';
import { createChats } from './create-chats.ts';
import { DraftKept } from './draft-kept.tsx';
import { hindranceOf } from './may-take-chats.ts';

export const WaitingFoot = (props: { readonly page: TicketPage; readonly ticketId: TicketId }): JSX.Element => {
  const { actions, person } = useSignedIn();
  const chats = createChats();
  const offlineSince = createOfflineSince();
  const canAccept = (): boolean => {
    const read = chats();
    return read !== undefined && hindranceOf(read, person) === null && offlineSince() === null;
  };
  const accept = createOneTap(async () => canAccept() && acceptChat(actions, props.ticketId));
  const whyWaiting = () => {
    const last = props.page.ticket.chat?.facts.at(-1);
    if (last?.kind !== 'given-back') return 'deskChat.nobody';
    return last.because ? 'deskChat.left' : 'deskChat.lost';
  };
  return (
    <div class="desk-chat-foot stack">
      <div class="row between wrap">
        <p class="grow soft">{t(whyWaiting(), { name: props.page.ticket.requester.name })}</p>
        <Show when={mayPerform(person, 'accept-chat', relationOf(person, props.page.ticket))}>
          <button type="button" class={`button ${canAccept() ? 'primary' : ''}`} aria-disabled={!canAccept()} onClick={() => void accept()}>
            {t('chatQueue.accept')}
          </button>
        </Show>
      </div>
      <DraftKept page={props.page} ticketId={props.ticketId} />
    </div>
  );
};
