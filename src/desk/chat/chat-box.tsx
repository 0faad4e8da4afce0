/** Where the analyst types: kept as it is typed, sent with Enter, with the files beside it. */
import { A } from '@solidjs/router';
import { createSignal, createUniqueId, onMount, Show, type JSX } from 'solid-js';
import { sayInChat } from '../../actions/chat.ts';
import { keepReplyFile, removeReplyFile } from '../../actions/keep-file.ts';
import { saveReply, sendNote } from '../../actions/reply-to-ticket.ts';
import { useSignedIn } from '../../app-context.ts';
import { maxTextLength } from '../../domain/action.ts';
import type { TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { FilePicker } from '../../ticket-parts/file-picker.tsx';
import { createFilesBeingKept } from '../../ticket-parts/files-being-kept.ts';
import { createReplyDraft } from '../../ticket-parts/reply-draft.ts';
import { announce } from '../../ui/announcer.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { Icon } from '../../ui/icon.tsx';
import { createTypingSignal } from './create-typist.ts';
import '../../ui/field.css';

type ChatBoxProps = { readonly ticketId: TicketId; readonly page: TicketPage };

/** The call has one box. A note that was begun in it stays one: it never becomes something that the person reads. */
export const ChatBox = (props: ChatBoxProps): JSX.Element => (
  <Show when={props.page.reply?.audience === 'desk' ? props.page.reply : null} fallback={<Box {...props} />}>
    {(note) => <NoteFirst ticketId={props.ticketId} text={note().text} />}
  </Show>
);

const maxFiles = 5;

const Box = (props: ChatBoxProps): JSX.Element => {
  const { actions, capabilities } = useSignedIn();
  const errorId = createUniqueId();
  const hintId = createUniqueId();
  const typed = createReplyDraft(
    () => (props.page.reply ? { text: props.page.reply.text, audience: 'everybody' } : null),
    ({ text }) => saveReply(actions, props.ticketId, text),
  );
  const keeping = createFilesBeingKept();
  const tellTyping = createTypingSignal(() => props.ticketId);
  const [isSending, setSending] = createSignal(false);
  let box!: HTMLTextAreaElement;
  onMount(() => box.focus({ preventScroll: true }));

  const tooMany = (): number => typed.draft().text.length - maxTextLength;
  const send = async (): Promise<void> => {
    if (isSending() || tooMany() > 0) return;
    setSending(true);
    // What was chosen belongs to it, also when Send was quicker than the disk.
    await keeping.settled();
    const isSent = (await typed.flush()) && (await sayInChat(actions, props.ticketId));
    setSending(false);
    if (!isSent) return;
    typed.clear();
    box.focus();
    announce(t('deskChat.sent', { name: props.page.ticket.requester.name }));
  };
  const problem = (): string | null => {
    if (typed.state() === 'not-saved') return t('text.notKept');
    return tooMany() > 0 ? t('text.tooLong', { count: tooMany() }) : null;
  };
  return (
    <form
      class="chat-foot chat-box"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        ref={box}
        id="reply"
        class="input"
        rows={1}
        dir="auto"
        aria-label={t('deskChat.label', { name: props.page.ticket.requester.name })}
        aria-invalid={problem() === null ? undefined : 'true'}
        aria-describedby={problem() === null ? hintId : errorId}
        value={typed.draft().text}
        onInput={(event) => {
          typed.change({ text: event.currentTarget.value });
          if (event.currentTarget.value !== '') tellTyping();
        }}
        onBlur={() => void typed.flush()}
        onKeyDown={(event) => {
          // The Enter that ends a word of another script is not the one that sends.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      <FieldError id={errorId} error={problem()} />
      <div class="chat-box-foot">
        <FilePicker
          compact
          files={props.page.replyFiles.map((file) => file.manifest)}
          maxFiles={maxFiles}
          keeping={keeping}
          onKeep={(file) => keepReplyFile(actions, props.ticketId, file, capabilities.files)}
          onRemove={(file) => removeReplyFile(actions, file.id)}
        />
        <small id={hintId} class="chat-hint">
          {t('deskChat.hint')}
        </small>
        <button type="submit" class="button primary">
          <Icon name="send" />
          {t('reply.button')}
        </button>
      </div>
    </form>
  );
};

const NoteFirst = (props: { readonly ticketId: TicketId; readonly text: string }): JSX.Element => {
  const { actions } = useSignedIn();
  return (
    <div class="chat-foot stack">
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
