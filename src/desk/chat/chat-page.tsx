/** The chat window, and beside it the details of its call (seed 002, statements 6 to 10). A link in the call's history opens it again. */
import { A } from '@solidjs/router';
import { createMemo, createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { chatStateOf, type Chat, type ChatState } from '../../domain/chat/chat.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage } from '../../store/observe/ticket.ts';
import { LiveTicket } from '../../ticket-parts/live-ticket.tsx';
import { createTyping } from '../../ticket-parts/typing.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { OnlyAnalysts } from '../only-analysts.tsx';
import { Accepting, isAccepting } from './accepting.tsx';
import { CallDetails } from './call-details.tsx';
import { ChatBox } from './chat-box.tsx';
import { ChatEnded } from './chat-ended.tsx';
import { chatLines } from './chat-lines.ts';
import { ChatHead } from './chat-head.tsx';
import { ChatLog } from './chat-log.tsx';
import { ChatRefusals } from './chat-refusals.tsx';
import { ColleaguesChat } from './colleagues-chat.tsx';
import { OnlyChatPeople } from './only-chat-people.tsx';
import { WaitingFoot } from './waiting-foot.tsx';
import './chat-page.css';

export const ChatPage = (): JSX.Element => (
  <OnlyChatPeople>
    <OnlyAnalysts>
      <LiveTicket
        elsewhere={
          <A class="button primary" href="/desk/chat">
            {t('deskChat.back')}
          </A>
        }
      >
        {(ticketId, page, now) => (
          <Show when={page().ticket.chat} fallback={<NoChat ticketId={ticketId} />}>
            {(chat) => <ChatWindow ticketId={ticketId} page={page()} chat={chat()} now={now()} />}
          </Show>
        )}
      </LiveTicket>
    </OnlyAnalysts>
  </OnlyChatPeople>
);

const NoChat = (props: { readonly ticketId: TicketId }): JSX.Element => (
  <EmptyState icon="chat" isWholePage title={t('deskChat.none')}>
    <A class="button primary" href={`/desk/tickets/${props.ticketId}`}>
      {t('deskChat.ticket')}
    </A>
  </EmptyState>
);

type ChatWindowProps = { readonly ticketId: TicketId; readonly page: TicketPage; readonly chat: Chat; readonly now: Instant };

const ChatWindow = (props: ChatWindowProps): JSX.Element => {
  const { person } = useSignedIn();
  const state = createMemo((): ChatState => chatStateOf(props.chat));
  const analyst = createMemo(() => analystOf(state()));
  const lines = createMemo(() => chatLines(props.page));
  const typing = createTyping(
    () => props.ticketId,
    // A colleague's note ends nobody's sentence.
    createMemo(() => lines().timeline.findLast(({ entry }) => entry.body.kind !== 'note')?.entry.id),
  );
  const isOwn = (): boolean => analyst()?.id === person.id;
  // Open on pick-up, until they are closed for the first time; from then on as they are wanted.
  const [wanted, setWanted] = createSignal<boolean | null>(null);
  const showsDetails = (): boolean => wanted() ?? (isOwn() && props.page.ticket.contactedAt === undefined);
  return (
    <div class={`desk-chat-columns ${showsDetails() ? 'with-details' : ''}`}>
      <section class="card desk-chat-window">
        <ChatHead page={props.page} state={state()} isOwn={isOwn()} showsDetails={showsDetails()} onDetails={() => setWanted(!showsDetails())} />
        <ChatRefusals ticketId={props.ticketId} />
        <ChatLog page={lines()} now={props.now} typist={state().kind === 'open' ? typing.who() : null} />
        <Switch>
          <Match when={state().kind === 'waiting'}>
            <WaitingFoot page={props.page} ticketId={props.ticketId} />
          </Match>
          <Match when={endedOf(state())}>
            {(ended) => <ChatEnded page={props.page} ticketId={props.ticketId} state={ended()} isOwn={isOwn()} now={props.now} />}
          </Match>
          <Match when={!isOwn()}>
            <ColleaguesChat page={props.page} ticketId={props.ticketId} analyst={analyst()?.name ?? ''} />
          </Match>
          <Match when={isAccepting(props.page)}>
            <Accepting />
          </Match>
          <Match when={state().kind === 'open'}>
            <ChatBox page={props.page} ticketId={props.ticketId} onTyping={typing.tell} />
          </Match>
        </Switch>
      </section>
      <Show when={showsDetails()}>
        <CallDetails page={props.page} ticketId={props.ticketId} isOwn={isOwn()} now={props.now} onClose={() => setWanted(false)} />
      </Show>
    </div>
  );
};

const analystOf = (state: ChatState) => (state.kind === 'waiting' ? null : state.analyst);
const endedOf = (state: ChatState) => (state.kind === 'ended' ? state : undefined);
