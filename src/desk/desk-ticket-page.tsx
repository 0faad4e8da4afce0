/** One ticket as the desk sees it: everything that happened, notes included, and what an analyst does about it. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useSignedIn } from '../app-context.ts';
import type { TicketId } from '../domain/ids.ts';
import { relationOf } from '../domain/permissions.ts';
import { t } from '../i18n/translate.ts';
import type { TicketPage } from '../store/observe/ticket.ts';
import { AnswersCard } from '../ticket-parts/answers-card.tsx';
import { HeldOfTicket } from '../ticket-parts/held-of-ticket.tsx';
import { LiveTicket } from '../ticket-parts/live-ticket.tsx';
import { Timeline } from '../ticket-parts/timeline.tsx';
import { AssignCard } from './assignment/assign-card.tsx';
import { ChatOfCall } from './chat/chat-of-call.tsx';
import { deskFactWords } from './desk-fact-words.ts';
import { DeskHead } from './desk-head.tsx';
import { DeskReply } from './desk-reply.tsx';
import { OnlyAnalysts } from './only-analysts.tsx';
import { OwnTicketNote } from './own-ticket-note.tsx';
import { RegistrationCard } from './registration-card.tsx';
import { RequesterCard } from './requester-card.tsx';
import { StatusForm } from './status-form.tsx';
import '../ticket-parts/ticket-columns.css';

export const DeskTicketPage = (): JSX.Element => (
  <OnlyAnalysts>
    <LiveTicket
      elsewhere={
        <A class="button primary" href="/desk">
          {t('desk.back')}
        </A>
      }
    >
      {(ticketId, page, now) => <DeskTicket ticketId={ticketId} page={page()} now={now()} />}
    </LiveTicket>
  </OnlyAnalysts>
);

const DeskTicket = (props: { readonly ticketId: TicketId; readonly page: TicketPage; readonly now: number }): JSX.Element => {
  const { person } = useSignedIn();
  const isOwn = (): boolean => relationOf(person, props.page.ticket) === 'own';
  let handling!: HTMLElement;
  const toHandling = (): void => {
    handling.scrollIntoView();
    handling.focus({ preventScroll: true });
  };
  return (
    <div class="ticket-columns">
      <div class="stack-wide">
        <DeskHead page={props.page} now={props.now} onHandle={isOwn() ? null : toHandling} />
        <RegistrationCard ticket={props.page.ticket} now={props.now} />
        <Show when={props.page.ticket.chat}>{(chat) => <ChatOfCall chat={chat()} ticketId={props.ticketId} name={props.page.ticket.requester.name} />}</Show>
        <Timeline
          page={props.page}
          deskWords={deskFactWords}
          now={props.now}
          newSince={null}
          hrefOf={(id) => `/desk/tickets/${id}`}
          chatHref={`/desk/chat/${props.ticketId}`}
        />
        <HeldOfTicket ticketId={props.ticketId} ticketHref={`/desk/tickets/${props.ticketId}`} />
        <Show when={!isOwn()} fallback={<OwnTicketNote ticketId={props.ticketId} />}>
          <DeskReply ticketId={props.ticketId} page={props.page} />
        </Show>
      </div>
      <aside ref={handling} tabIndex={-1} class="stack" aria-label={t('ticket.more')}>
        <AssignCard ticketId={props.ticketId} page={props.page} isOwn={isOwn()} />
        <Show when={!isOwn()}>
          <StatusForm ticketId={props.ticketId} page={props.page} />
        </Show>
        <RequesterCard page={props.page} now={props.now} />
        <AnswersCard ticket={props.page.ticket} title={t('ticket.answersOf')} />
      </aside>
    </div>
  );
};
