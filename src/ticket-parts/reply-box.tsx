/** The box on a ticket: saved as it is typed, sent as one thing with the files beside it, never typed twice. */
import { useLocation } from '@solidjs/router';
import { createEffect, createSignal, createUniqueId, Show, type Accessor, type JSX } from 'solid-js';
import { keepReplyFile, removeReplyFile } from '../actions/keep-file.ts';
import { saveReply, sendNote, sendReply, type Audience } from '../actions/reply-to-ticket.ts';
import { useSignedIn } from '../app-context.ts';
import { maxTextLength } from '../domain/action.ts';
import type { TicketId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { announce } from '../ui/announcer.tsx';
import { FieldError } from '../ui/field-error.tsx';
import { Icon } from '../ui/icon.tsx';
import { FilePicker } from './file-picker.tsx';
import { createFilesBeingKept } from './files-being-kept.ts';
import { createReplyDraft, type ReplyDraft, type ReplyDraftState } from './reply-draft.ts';
import '../ui/field.css';
import './reply-box.css';

type ReplyBoxProps = {
  readonly ticketId: TicketId;
  readonly page: TicketPage;
  readonly label: (audience: Audience) => string;
  /** Where there is nobody else to write to. */
  readonly only?: Audience | undefined;
  /** Above the box: what there is to know, or whom it is for where that can be chosen. */
  readonly above?: (audience: Accessor<Audience>, choose: (audience: Audience) => void) => JSX.Element;
  /** Beside the send button. */
  readonly beside?: JSX.Element;
};

const maxReplyFiles = 5;

export const ReplyBox = (props: ReplyBoxProps): JSX.Element => {
  const { actions, capabilities } = useSignedIn();
  const errorId = createUniqueId();
  const typed = createReplyDraft(
    () => storedDraft(props.page),
    ({ text, audience }) => saveReply(actions, props.ticketId, text, audience),
  );
  const keeping = createFilesBeingKept();
  const [isMissing, setMissing] = createSignal(false);
  const audience = (): Audience => props.only ?? typed.draft().audience;
  const isNote = (): boolean => audience() === 'desk';
  let isSending = false;
  focusWhenAsked();

  const send = async (): Promise<void> => {
    if (isSending || leftOf(typed.draft()) < 0) return;
    isSending = true;
    // What was chosen belongs to the reply, also when Send was quicker than the disk.
    await keeping.settled();
    const sent = (await typed.flush()) && (await (isNote() ? sendNote : sendReply)(actions, props.ticketId));
    isSending = false;
    setMissing(!sent && typed.state() === 'saved');
    if (!sent) return;
    typed.clear();
    announce(t('reply.kept'));
  };
  const problem = (): string | null => {
    if (typed.state() === 'not-saved') return t('text.notKept');
    if (leftOf(typed.draft()) < 0) return t('text.tooLong', { count: -leftOf(typed.draft()) });
    return isMissing() ? t('reply.empty') : null;
  };
  return (
    <form
      class={`card stack reply-box ${isNote() ? 'note' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {props.above?.(audience, (next) => typed.change({ audience: next }))}
      <label class="field">
        <span class="label">{props.label(audience())}</span>
        <textarea
          id="reply"
          class="input"
          rows={3}
          dir="auto"
          aria-invalid={problem() === null ? undefined : 'true'}
          aria-describedby={problem() === null ? undefined : errorId}
          value={typed.draft().text}
          onInput={(event) => {
            setMissing(false);
            typed.change({ text: event.currentTarget.value, audience: audience() });
          }}
          onBlur={() => void typed.flush()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void send();
          }}
        />
      </label>
      <FieldError id={errorId} error={problem()} />
      <div class="reply-foot">
        <Show when={!isNote()} fallback={<NoteFiles count={props.page.replyFiles.length} />}>
          <FilePicker
            compact
            files={props.page.replyFiles.map((file) => file.manifest)}
            maxFiles={maxReplyFiles}
            keeping={keeping}
            onKeep={(file) => {
              setMissing(false);
              return keepReplyFile(actions, props.ticketId, file, capabilities.files);
            }}
            onRemove={(file) => removeReplyFile(actions, file.id)}
          />
        </Show>
        <div class="reply-buttons">
          <small>{stateWords(typed)}</small>
          {props.beside}
          <button type="submit" class="button primary" title={t('reply.hint')}>
            <Icon name={isNote() ? 'note' : 'send'} />
            {isNote() ? t('desk.noteButton') : t('reply.button')}
          </button>
        </div>
      </div>
    </form>
  );
};

const storedDraft = ({ reply }: TicketPage): ReplyDraft | null => (reply ? { text: reply.text, audience: reply.audience ?? 'everybody' } : null);

const NoteFiles = (props: { readonly count: number }): JSX.Element => (
  <Show when={props.count > 0}>
    <small>{t('desk.noteFiles')}</small>
  </Show>
);

/** An address that ends in `#reply` leads into the box. */
const focusWhenAsked = (): void => {
  const location = useLocation();
  createEffect(() => location.hash === '#reply' && document.getElementById('reply')?.focus());
};

/** How near the limit it begins to be counted. */
const countedFrom = 1_000;

const leftOf = (draft: ReplyDraft): number => maxTextLength - draft.text.length;

const stateWords = ({ draft, state }: ReplyDraftState): string => {
  const left = leftOf(draft());
  if (left >= 0 && left < countedFrom) return t('text.left', { count: left });
  return draft().text !== '' && state() === 'saved' ? t('reply.saved') : '';
};
