/** The way into the chat from any page of the portal: a round button, and the window that it opens. */
import { useLocation } from '@solidjs/router';
import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { markRead } from '../../actions/one-tap.ts';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import { chatOffer } from '../../domain/chat/chat-queue.ts';
import type { TicketId } from '../../domain/ids.ts';
import { isUnread } from '../../domain/ticket.ts';
import { t } from '../../i18n/translate.ts';
import { isGoing, observeChat, type ChatDesk, type OwnChat } from '../../store/observe/chat.ts';
import { observeTicket, type TicketPage, type TimelineEntry } from '../../store/observe/ticket.ts';
import { announce } from '../../ui/announcer.tsx';
import { Icon } from '../../ui/icon.tsx';
import { createPageSeen } from '../../ui/page-seen.ts';
import { hasBegun } from './begun-words.tsx';
import { ChatWindow } from './chat-window.tsx';
import { playSound } from './chat-sound.ts';
import { createCurrentChat } from './current-chat.ts';
import { overWords } from './over-words.ts';
import './chat.css';

export const Chat = (): JSX.Element => {
  const { store } = useSignedIn();
  const location = useLocation();
  const desk = createLive(observeChat(store));
  // Who works at the desk has their own window there.
  const shown = (): ChatDesk | undefined => (/^\/(desk|admin)\b/.test(location.pathname) ? undefined : desk());
  return <Show when={shown()}>{(known) => <ChatOf desk={known()} />}</Show>;
};

const ChatOf = (props: { readonly desk: ChatDesk }): JSX.Element => {
  const { store } = useSignedIn();
  const [isOpen, setOpen] = createSignal(false);
  const { chat, putAway } = createCurrentChat(() => props.desk);
  const ticketId = createMemo(() => chat()?.ticket.id);
  const page = createMemo(() => {
    const id = ticketId();
    return id && createLive(observeTicket(store, id));
  });
  const conversation = (): TicketPage | null => page()?.() ?? null;
  const now = createNow(5_000);
  const isThere = (): boolean => chatOffer(props.desk.queue, props.desk.offering, now() + props.desk.clockOffsetMs) === 'open';
  // A chat that goes on, or whose end was not looked at yet, is there also where nobody can ask for one any more; and no window
  // closes under the hands of whoever opened it: where chat is off, what is written in it is a message.
  const isShown = createMemo(() => props.desk.mayAsk || chat() !== null || isOpen());
  const unread = (): number => newOf(conversation());
  const label = (): string => {
    if (unread() > 0) return t('chat.openUnread', { count: unread() });
    if (isGoing(chat())) return t('chat.openGoing');
    if (!props.desk.mayAsk) return t('chat.openOver');
    return t(isThere() ? 'chat.openThere' : 'chat.openNobody');
  };
  createSpokenNews(conversation, () => isGoing(chat()));
  createSpokenEnd(chat, conversation);
  createReadMark(ticketId, conversation, isOpen);
  let button: HTMLButtonElement | undefined;
  const leave = (): void => {
    setOpen(false);
    // With nothing to ask for, an end that was seen is all there was to see, unless something that was begun still stands there.
    if (!props.desk.mayAsk && !isGoing(chat()) && !hasBegun(conversation())) putAway();
  };
  const close = (): void => {
    leave();
    (isShown() ? button : document.getElementById('main'))?.focus();
  };
  return (
    <Show when={isShown()}>
      <button
        ref={button}
        type="button"
        class="chat-button"
        classList={{ going: isGoing(chat()), nobody: !isGoing(chat()) && !isThere() }}
        aria-haspopup="dialog"
        aria-label={label()}
        title={label()}
        hidden={isOpen()}
        onClick={() => setOpen(true)}
      >
        <Icon name="chat" />
        <Show when={unread() > 0}>
          <span class="chat-unread" aria-hidden="true">
            {unread()}
          </span>
        </Show>
      </button>
      <Show when={isOpen()}>
        <ChatWindow
          desk={props.desk}
          chat={chat()}
          conversation={conversation()}
          onClose={close}
          onLeave={leave}
          onAgain={props.desk.mayAsk ? putAway : undefined}
        />
      </Show>
    </Show>
  );
};

const isFromDesk = ({ entry }: TimelineEntry): boolean => entry.by?.side === 'desk' && ['said', 'file'].includes(entry.body.kind);

const newOf = (page: TicketPage | null): number => page?.timeline.filter((item) => isFromDesk(item) && item.entry.at > page.ticket.readAt).length ?? 0;

/** Heard whether or not the window is open: politely, and with a sound for whoever wants one. */
const createSpokenNews = (conversation: () => TicketPage | null, isGoing: () => boolean): void => {
  const last = createMemo(() => conversation()?.timeline.findLast(isFromDesk)?.entry, undefined, { equals: (one, other) => one?.id === other?.id });
  createEffect(
    on(
      last,
      (entry, before) => {
        if (!entry || !isGoing() || before?.id === entry.id) return;
        const words = 'text' in entry.body ? entry.body.text : t('chat.files');
        announce(`${entry.by?.name ?? ''}: ${words}`);
        playSound();
      },
      { defer: true },
    ),
  );
};

/** That it is over, too: also to whoever has the window closed, or looks elsewhere. */
const createSpokenEnd = (chat: () => OwnChat | null, conversation: () => TicketPage | null): void => {
  createEffect((wasGoing: boolean) => {
    const [last, page] = [chat(), conversation()];
    if (wasGoing && last?.state?.kind === 'ended' && page) announce(overWords(last, page));
    return isGoing(last);
  }, false);
};

/** Read is what stood in an open window that somebody could see. */
const createReadMark = (ticketId: () => TicketId | undefined, conversation: () => TicketPage | null, isOpen: () => boolean): void => {
  const { actions } = useSignedIn();
  const isSeen = createPageSeen();
  let marked = 0;
  createEffect(() => {
    const ticket = conversation()?.ticket;
    const id = ticketId();
    if (!id || !ticket || !isOpen() || !isSeen() || !isUnread(ticket) || ticket.deskWroteAt === null || ticket.deskWroteAt <= marked) return;
    marked = ticket.deskWroteAt;
    void markRead(actions, id, marked);
  });
};
