/** Where the analyst types. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { sendNote } from '../../actions/reply-to-ticket.ts';
import { useSignedIn } from '../../app-context.ts';
import type { TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { SayBox } from '../../ticket-parts/say-box.tsx';
import { Icon } from '../../ui/icon.tsx';

type ChatBoxProps = { readonly ticketId: TicketId; readonly page: TicketPage; readonly onTyping: () => void };

/** The call has one box. A note that was begun in it stays one: it never becomes something that the person reads. */
export const ChatBox = (props: ChatBoxProps): JSX.Element => (
  <Show
    when={props.page.reply?.audience === 'desk' ? props.page.reply : null}
    fallback={<SayBox {...props} id="reply" label={t('deskChat.label', { name: props.page.ticket.requester.name })} />}
  >
    {(note) => <NoteFirst ticketId={props.ticketId} text={note().text} />}
  </Show>
);

const NoteFirst = (props: { readonly ticketId: TicketId; readonly text: string }): JSX.Element => {
  const { actions } = useSignedIn();
  return (
    <div class="desk-chat-foot stack">
      <p>
        {t('deskChat.noteFirst')} <q>{props.text}</q>
      </p>
      <p class="row wrap">
        <button type="button" class="button primary" onClick={() => void sendNote(actions, props.ticketId)}>
          <Icon name="note" />
          {t('desk.noteButton')}
        </button>
        <A class="button quiet" href={`/desk/tickets/${props.ticketId}#reply`}>
          {t('deskChat.noteEdit')}
        </A>
      </p>
    </div>
  );
};
