/** The chat's window: beside the page where there is room, and all of a phone. Native dialog, so that focus and Escape are the browser's. */
import { createSignal, createUniqueId, Match, onMount, Show, Switch, type JSX } from 'solid-js';
import type { TicketId } from '../../domain/ids.ts';
import { minutes } from '../../domain/instant.ts';
import { t } from '../../i18n/translate.ts';
import type { ChatDesk, OwnChat } from '../../store/observe/chat.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { Icon } from '../../ui/icon.tsx';
import { recall, remember } from '../../ui/remembered.ts';
import { AskForm } from './ask-form.tsx';
import { ChatOver } from './chat-over.tsx';
import { isSoundOn, switchSound } from './chat-sound.ts';
import { GoingChat } from './going-chat.tsx';

type ChatWindowProps = {
  readonly desk: ChatDesk;
  readonly conversation: TicketPage | null;
  readonly onClose: () => void;
  /** Somebody goes on elsewhere in the portal: the focus goes with them. */
  readonly onLeave: () => void;
};

export const ChatWindow = (props: ChatWindowProps): JSX.Element => {
  const titleId = createUniqueId();
  const [putAway, setPutAway] = createSignal(recall(putAwayKey));
  let element!: HTMLDialogElement;
  // All of a phone is the chat: nothing behind it is to be reached. Beside a page both are.
  onMount(() => (matchMedia('(max-width: 520px)').matches ? element.showModal() : element.show()));
  const startAnew = (ticketId: TicketId): void => {
    remember(putAwayKey, ticketId);
    setPutAway(ticketId);
  };
  const chat = (): OwnChat | null => currentChat(props.desk.chat, putAway(), Date.now() + props.desk.clockOffsetMs);
  const going = (): OwnChat | null => (chat()?.state && chat()?.state?.kind !== 'ended' ? chat() : null);
  return (
    <dialog
      ref={element}
      class="chat-window"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onKeyDown={(event) => {
        // A picture that is looked at closes by itself.
        if (event.key !== 'Escape' || event.target.closest('dialog') !== element) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="chat-head">
        <h2 id={titleId}>{t('chat.title')}</h2>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={t('chat.sound')}
          title={t('chat.sound')}
          aria-pressed={isSoundOn()}
          onClick={() => switchSound(!isSoundOn())}
        >
          <Icon name="bell" />
        </button>
        <button type="button" class="button quiet icon-only" aria-label={t('chat.close')} title={t('chat.close')} onClick={() => props.onClose()}>
          <Icon name="close" />
        </button>
      </div>
      <Switch fallback={<AskForm desk={props.desk} />}>
        <Match when={going()}>
          {(found) => <Show when={props.conversation}>{(page) => <GoingChat desk={props.desk} chat={found()} page={page()} />}</Show>}
        </Match>
        <Match when={chat()}>
          {(found) => (
            <Show when={props.conversation}>
              {(page) => <ChatOver chat={found()} page={page()} onAgain={() => startAnew(found().ticket.id)} onLeave={() => props.onLeave()} />}
            </Show>
          )}
        </Match>
      </Switch>
    </dialog>
  );
};

const putAwayKey = 'portico:chat-put-away';

/** What is over stays in the window for a while, until a new one is begun. */
const shownAfterwards = minutes(60);

const currentChat = (chat: OwnChat | null, putAway: string | null, now: number): OwnChat | null => {
  if (!chat || chat.ticket.id === putAway) return null;
  if (chat.state && chat.state.kind !== 'ended') return chat;
  return now - (chat.state?.at ?? chat.ticket.raisedAt) < shownAfterwards ? chat : null;
};
