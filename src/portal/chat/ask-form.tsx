/** What it is about, once: it begins a chat where one can be had, and else is a message for the desk. */
import { createSignal, createUniqueId, onMount, Show, untrack, type JSX } from 'solid-js';
import { askForChat, leaveMessage, saveChatDraft } from '../../actions/chat.ts';
import { createNow, useSignedIn } from '../../app-context.ts';
import { maxTextLength } from '../../domain/action.ts';
import { chatOffer, placeInQueue, type ChatOffer } from '../../domain/chat/chat-queue.ts';
import { t } from '../../i18n/translate.ts';
import type { ChatDesk } from '../../store/observe/chat.ts';
import { createOfflineSince } from '../../ticket-parts/create-offline-since.ts';
import { createReplyDraft } from '../../ticket-parts/reply-draft.ts';
import { FieldError } from '../../ui/field-error.tsx';
import '../../ui/field.css';

export const AskForm = (props: { readonly desk: ChatDesk }): JSX.Element => {
  const { actions } = useSignedIn();
  const errorId = createUniqueId();
  const now = createNow(5_000);
  const offlineSince = createOfflineSince();
  const [isEmpty, setEmpty] = createSignal(false);
  const typed = createReplyDraft(
    () => (props.desk.draft ? { text: props.desk.draft.text, audience: 'everybody' } : null),
    ({ text }) => saveChatDraft(actions, text),
  );
  let box!: HTMLTextAreaElement;
  onMount(() => box.focus());
  const offer = (): ChatOffer | 'offline' =>
    offlineSince() === null ? chatOffer(props.desk.queue, props.desk.offering, now() + props.desk.clockOffsetMs) : 'offline';
  let isSending = false;
  const send = async (begin: typeof askForChat): Promise<void> => {
    if (isSending || typed.draft().text.length > maxTextLength) return;
    isSending = true;
    const ticketId = (await typed.flush()) ? await begin(actions) : null;
    isSending = false;
    if (ticketId) typed.clear();
    else setEmpty(typed.state() === 'saved');
  };
  const sendAsOffered = (): Promise<void> => send(untrack(offer) === 'open' ? askForChat : leaveMessage);
  const problem = (): string | null => {
    if (typed.state() === 'not-saved') return t('text.notKept');
    const over = typed.draft().text.length - maxTextLength;
    if (over > 0) return t('text.tooLong', { count: over });
    return isEmpty() ? t('chat.ask.empty') : null;
  };
  return (
    <form
      class="chat-ask stack"
      onSubmit={(event) => {
        event.preventDefault();
        void sendAsOffered();
      }}
    >
      <div class={`chat-offer ${offer()}`} role="status">
        <strong>{offerWords(offer(), props.desk)}</strong>
        <Show when={offer() !== 'open'}>
          <p class="soft">{t(offer() === 'offline' ? 'chat.left.offline' : 'chat.left.words')}</p>
        </Show>
      </div>
      <label class="field">
        <span class="label">{t('chat.ask.label')}</span>
        <textarea
          ref={box}
          class="input"
          rows={4}
          dir="auto"
          aria-invalid={problem() === null ? undefined : 'true'}
          aria-describedby={problem() === null ? undefined : errorId}
          value={typed.draft().text}
          onInput={(event) => {
            setEmpty(false);
            typed.change({ text: event.currentTarget.value });
          }}
          onBlur={() => void typed.flush()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void sendAsOffered();
          }}
        />
      </label>
      <FieldError id={errorId} error={problem()} />
      <button type="submit" class="button primary wide">
        {t(offer() === 'open' ? 'chat.ask.button' : 'chat.leave.button')}
      </button>
      <Show when={offer() === 'open'}>
        <button type="button" class="button quiet wide" onClick={() => void send(leaveMessage)}>
          {t('chat.leave.instead')}
        </button>
      </Show>
    </form>
  );
};

const offerWords = (offer: ChatOffer | 'offline', { queue, clockOffsetMs }: ChatDesk): string => {
  if (offer !== 'open') return t(`chat.offer.${offer}`);
  const free = (queue?.free ?? 0) - (queue?.waiting.length ?? 0);
  return free > 0 ? t('chat.offer.open', { count: free }) : t('chat.offer.queue', { count: placeInQueue(queue?.waiting ?? [], Date.now() + clockOffsetMs) });
};
