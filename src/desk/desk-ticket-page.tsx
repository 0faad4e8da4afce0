/** One ticket as the desk sees it: everything that happened, notes included, and what an analyst does about it. */
import { A, useParams } from '@solidjs/router';
import { Match, Show, Switch, untrack, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../app-context.ts';
import type { TicketId } from '../domain/ids.ts';
import { relationOf } from '../domain/permissions.ts';
import { t } from '../i18n/translate.ts';
import { observeServices } from '../store/observe/catalogue.ts';
import { observeTicket, type TicketPage } from '../store/observe/ticket.ts';
import { AnswersCard } from '../ticket-parts/answers-card.tsx';
import { HeldOfTicket } from '../ticket-parts/held-of-ticket.tsx';
import { Timeline } from '../ticket-parts/timeline.tsx';
import { TicketNotHere } from '../ticket-parts/ticket-not-here.tsx';
import { DeskHead } from './desk-head.tsx';
import { DeskReply } from './desk-reply.tsx';
import { OnlyAnalysts } from './only-analysts.tsx';
import { OwnTicketNote } from './own-ticket-note.tsx';
import { RequesterCard } from './requester-card.tsx';
import { StatusForm } from './status-form.tsx';
import '../ticket-parts/ticket-columns.css';

export const DeskTicketPage = (): JSX.Element => {
  const params = useParams();
  return (
    <OnlyAnalysts>
      <Show when={params['ticketId']} keyed>
        {(ticketId) => <OneTicket ticketId={ticketId as TicketId} />}
      </Show>
    </OnlyAnalysts>
  );
};

const OneTicket = (props: { readonly ticketId: TicketId }): JSX.Element => {
  const { store } = useSignedIn();
  const page = createLive(untrack(() => observeTicket(store, props.ticketId)));
  const services = createLive(observeServices(store));
  const now = createNow(10_000);
  return (
    <Switch>
      <Match when={page()}>{(found) => <DeskTicket ticketId={props.ticketId} page={found()} now={now()} />}</Match>
      <Match when={page() === null ? services() : undefined}>
        {(read) => (
          <TicketNotHere known={read().known}>
            <A class="button primary" href="/desk">
              {t('desk.back')}
            </A>
          </TicketNotHere>
        )}
      </Match>
    </Switch>
  );
};

const DeskTicket = (props: { readonly ticketId: TicketId; readonly page: TicketPage; readonly now: number }): JSX.Element => {
  const { person } = useSignedIn();
  const isOwn = (): boolean => relationOf(person, props.page.ticket) === 'own';
  return (
    <div class="ticket-columns">
      <div class="stack-wide">
        <DeskHead page={props.page} now={props.now} />
        <Timeline page={props.page} side="desk" now={props.now} newSince={null} hrefOf={(id) => `/desk/tickets/${id}`} />
        <HeldOfTicket ticketId={props.ticketId} ticketHref={`/desk/tickets/${props.ticketId}`} />
        <Show when={!isOwn()} fallback={<OwnTicketNote ticketId={props.ticketId} />}>
          <DeskReply ticketId={props.ticketId} page={props.page} />
        </Show>
      </div>
      <aside class="stack" aria-label={t('ticket.more')}>
        <Show when={!isOwn()}>
          <StatusForm ticketId={props.ticketId} page={props.page} />
        </Show>
        <RequesterCard page={props.page} now={props.now} />
        <AnswersCard ticket={props.page.ticket} title={t('ticket.answersOf')} />
      </aside>
    </div>
  );
};
