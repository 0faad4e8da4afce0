/** Where either side types in a chat: kept as it is typed, sent with Enter, files beside it. */
import { createMemo, createUniqueId, onMount, type JSX } from 'solid-js';
import { sayInChat } from '../actions/chat.ts';
import { keepReplyFile, removeReplyFile } from '../actions/keep-file.ts';
import { saveReply } from '../actions/reply-to-ticket.ts';
import { useSignedIn } from '../app-context.ts';
import { maxTextLength } from '../domain/action.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { FieldError } from '../ui/field-error.tsx';
import { Icon } from '../ui/icon.tsx';
import { FilePicker } from './file-picker.tsx';
import { createFilesBeingKept } from './files-being-kept.ts';
import { createReplyDraft } from './reply-draft.ts';
import '../ui/field.css';
import './say-box.css';

type SayBoxProps = {
  readonly ticketId: TicketId;
  readonly page: TicketPage;
  readonly label: string;
  /** Where it has to be found by others. */
  readonly id?: string;
  readonly onTyping: () => void;
};

const maxFiles = 5;

export const SayBox = (props: SayBoxProps): JSX.Element => {
  const { actions, capabilities, syncNow } = useSignedIn();
  const ownId = createUniqueId();
  const boxId = (): string => props.id ?? ownId;
  const errorId = createUniqueId();
  const keeping = createFilesBeingKept();
  // What was typed last is written after the box is gone, and its props with it.
  const ticketId = createMemo(() => props.ticketId);
  const typed = createReplyDraft(
    () => (props.page.reply ? { text: props.page.reply.text, audience: props.page.reply.audience ?? 'everybody' } : null),
    ({ text }) => saveReply(actions, ticketId(), text),
  );
  let box!: HTMLTextAreaElement;
  onMount(() => {
    // What stands above it may be longer than the screen: keys that go where nobody looks are lost.
    if (box.getBoundingClientRect().bottom <= innerHeight) box.focus({ preventScroll: true });
  });
  let lastSaid: ActionId | null = null;
  let saying: Promise<unknown> = Promise.resolve();
  const over = (): number => typed.draft().text.length - maxTextLength;
  // The box is free for the next words at once; what was said before them is written before them.
  const send = (): void => {
    const { text } = typed.draft();
    if (over() > 0) return;
    const draftId = keptAs(text);
    if (text !== '') typed.change({ text: '' });
    saying = saying.then(() => say(text, draftId)).catch(() => putBack(text));
  };
  /** What these words are kept under, where they are; the same words once more, before their draft was seen to be gone, are others. */
  const keptAs = (text: string): ActionId | null => {
    const { reply } = props.page;
    if (!reply || reply.text !== text || reply.id === lastSaid) return null;
    lastSaid = reply.id;
    return reply.id;
  };
  const say = async (text: string, draftId: ActionId | null): Promise<void> => {
    await keeping.settled();
    // Somebody waits for it: a back-off is not waited for.
    if (await sayInChat(actions, ticketId(), text, draftId)) syncNow();
  };
  /** The device could not write it: it is in the box again, in front of what was typed since. */
  const putBack = (text: string): void => typed.change({ text: [text, typed.draft().text].filter(Boolean).join('\n') });
  const problem = (): string | null => {
    if (typed.state() === 'not-saved') return t('text.notKept');
    return over() > 0 ? t('text.tooLong', { count: over() }) : null;
  };
  return (
    <form
      class="say"
      onSubmit={(event) => {
        event.preventDefault();
        send();
        box.focus();
      }}
    >
      <FieldError id={errorId} error={problem()} />
      <div class="say-row">
        <FilePicker
          compact
          files={props.page.replyFiles.map((file) => file.manifest)}
          maxFiles={maxFiles}
          keeping={keeping}
          onKeep={(file) => keepReplyFile(actions, ticketId(), file, capabilities.files)}
          onRemove={(file) => removeReplyFile(actions, file.id)}
        />
        <label class="visually-hidden" for={boxId()}>
          {props.label}
        </label>
        <textarea
          ref={box}
          id={boxId()}
          class="input"
          rows={1}
          dir="auto"
          placeholder={props.label}
          aria-invalid={problem() === null ? undefined : 'true'}
          aria-describedby={problem() === null ? undefined : errorId}
          value={typed.draft().text}
          onInput={(event) => {
            typed.change({ text: event.currentTarget.value });
            if (event.currentTarget.value !== '') props.onTyping();
          }}
          onBlur={() => void typed.flush()}
          onKeyDown={(event) => {
            // The Enter that ends a word of another script is not the one that sends.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="button primary icon-only" aria-label={t('reply.button')} title={t('reply.button')}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
};
