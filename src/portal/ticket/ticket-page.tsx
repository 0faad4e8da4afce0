/** One ticket: how it gets on, what was said, and what the person can do about it. */
import { A, useParams } from '@solidjs/router';
import { createEffect, on, Show, type JSX } from 'solid-js';
import { markRead } from '../../actions/one-tap.ts';
import { createLive, createNow, useSignedIn } from '../../app-context.ts';
import type { TicketId } from '../../domain/ids.ts';
import { isUnread, simpleStatusOf } from '../../domain/ticket.ts';
import { formatWhen, t } from '../../i18n/translate.ts';
import { observeServices } from '../../store/observe/catalogue.ts';
import { observeTicket, type TicketPage as TicketPageView } from '../../store/observe/ticket.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StatusChip } from '../tickets/status-chip.tsx';
import { SentPanel } from '../wizard/sent-panel.tsx';
import { AnswersCard } from './answers-card.tsx';
import { ChaseCard } from './chase-card.tsx';
import { DueCard } from './due-card.tsx';
import { ReplyBox } from './reply-box.tsx';
import { Timeline } from './timeline.tsx';
import '../answers/article.css';
import '../wizard/wizard.css';
import './ticket.css';

export const TicketPage = (): JSX.Element => {
  const params = useParams();
  return (
    <Show when={params['ticketId']} keyed>
      {(ticketId) => <OneTicket ticketId={ticketId as TicketId} />}
    </Show>
  );
};

const OneTicket = (props: { readonly ticketId: TicketId }): JSX.Element => {
  const { store } = useSignedIn();
  const page = createLive(observeTicket(store, props.ticketId));
  const services = createLive(observeServices(store));
  return (
    <Show when={page() !== undefined}>
      <Show when={page()} fallback={<Unknown known={services()?.known ?? false} />}>
        {(found) => <TicketView ticketId={props.ticketId} page={found()} />}
      </Show>
    </Show>
  );
};

const TicketView = (props: { readonly ticketId: TicketId; readonly page: TicketPageView }): JSX.Element => {
  const { actions } = useSignedIn();
  const now = createNow(10_000);
  // Read is what was on a screen that somebody could see.
  createEffect(
    on(
      () => [isUnread(props.page.ticket), props.page.ticket.deskWroteAt, document.visibilityState] as const,
      ([unread, deskWroteAt]) => unread && deskWroteAt !== null && document.visibilityState === 'visible' && void markRead(actions, props.ticketId, deskWroteAt),
    ),
  );
  const ticket = () => props.page.ticket;
  return (
    <div class="ticket-columns">
      <div class="stack-wide">
        <div class="stack">
          <A class="back-link" href="/tickets">
            <Icon name="back" />
            {t('app.tickets')}
          </A>
          <div class="row wrap">
            <StatusChip summary={{ status: simpleStatusOf(ticket(), props.page.partition), pending: null }} />
            <small>
              {ticket().number ?? t('tickets.notNumbered')} · {t(`kind.${ticket().kind}`)} · {t('ticket.raised', { when: formatWhen(ticket().raisedAt, now()) })}
            </small>
          </div>
          <PageTitle>{ticket().title}</PageTitle>
        </div>
        <Show when={isNew(props.page)}>
          <SentPanel page={props.page} />
        </Show>
        <Timeline page={props.page} now={now()} />
        <ReplyBox ticketId={props.ticketId} page={props.page} now={now()} />
      </div>
      <aside class="stack" aria-label={t('ticket.more')}>
        <DueCard page={props.page} now={now()} />
        <ChaseCard ticketId={props.ticketId} page={props.page} />
        <AnswersCard page={props.page} />
      </aside>
    </div>
  );
};

/** Raised here and not long ago: whether the desk has it is what the person wants to know first. */
const isNew = (page: TicketPageView): boolean => page.raising !== null || (page.timeline.length === 1 && page.ticket.readAt === page.ticket.raisedAt);

const Unknown = (props: { readonly known: boolean }): JSX.Element => (
  <Show when={props.known} fallback={<EmptyState icon="ticket" title={t('home.loading')} />}>
    <EmptyState icon="ticket" title={t('ticket.unknown')} words={t('ticket.unknownWords')}>
      <A class="button primary" href="/tickets">
        {t('app.tickets')}
      </A>
    </EmptyState>
  </Show>
);
