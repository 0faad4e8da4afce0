/** One ticket: how it gets on, what was said, and what the person can do about it. */
import { A } from '@solidjs/router';
import { createEffect, Show, untrack, type JSX } from 'solid-js';
import { markRead } from '../../actions/one-tap.ts';
import { useSignedIn } from '../../app-context.ts';
import type { TicketId } from '../../domain/ids.ts';
import { isUnread } from '../../domain/ticket.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketPage as TicketPageView } from '../../store/observe/ticket.ts';
import { AnswersCard } from '../../ticket-parts/answers-card.tsx';
import { HeldOfTicket } from '../../ticket-parts/held-of-ticket.tsx';
import { LiveTicket } from '../../ticket-parts/live-ticket.tsx';
import { Timeline } from '../../ticket-parts/timeline.tsx';
import { createPageSeen } from '../../ui/page-seen.ts';
import { takeJustSent } from '../just-sent.ts';
import { SentPanel } from '../wizard/sent-panel.tsx';
import { ChaseCard } from './chase-card.tsx';
import { DueCard } from './due-card.tsx';
import { FetchedConversation } from './fetched-conversation.tsx';
import { OwnReply } from './own-reply.tsx';
import { TicketHead } from './ticket-head.tsx';
import '../../ticket-parts/ticket-columns.css';
import '../wizard/wizard.css';

export const TicketPage = (): JSX.Element => (
  <LiveTicket
    elsewhere={
      <A class="button primary" href="/tickets">
        {t('ticket.back')}
      </A>
    }
  >
    {(ticketId, page, now) => <TicketView ticketId={ticketId} page={page()} now={now()} />}
  </LiveTicket>
);

const TicketView = (props: { readonly ticketId: TicketId; readonly page: TicketPageView; readonly now: number }): JSX.Element => {
  const { actions, capabilities, person } = useSignedIn();
  const isConversationHere = (): boolean => props.page.timeline.some(({ entry }) => entry.body.kind === 'raised');
  const isSeen = createPageSeen();
  /** As it was when the page was opened: what is newer stays marked while it is read. */
  const readBefore = untrack(() => props.page.ticket.readAt);
  const isJustSent = untrack(() => takeJustSent(props.ticketId));
  const raisedHere = untrack(() => isJustSent || props.page.raising !== null);
  let marked = 0;
  // Read is what was on a screen that somebody could see.
  createEffect(() => {
    const { ticket } = props.page;
    if (!isSeen() || !isUnread(ticket) || ticket.deskWroteAt === null || ticket.deskWroteAt <= marked || ticket.requester.id !== person.id) return;
    marked = ticket.deskWroteAt;
    void markRead(actions, props.ticketId, marked);
  });
  return (
    <div class="ticket-columns">
      <div class="stack-wide">
        <TicketHead page={props.page} now={props.now} />
        <Show when={raisedHere}>
          <SentPanel page={props.page} isJustSent={isJustSent} />
        </Show>
        <Show when={capabilities.conversations === 'when-opened' && props.page.raising === null}>
          <FetchedConversation ticketId={props.page.ticket.id} isHere={isConversationHere()} />
        </Show>
        <Timeline page={props.page} now={props.now} newSince={readBefore} hrefOf={(id) => `/tickets/${id}`} />
        <HeldOfTicket ticketId={props.ticketId} ticketHref={`/tickets/${props.ticketId}`} />
        <OwnReply ticketId={props.ticketId} page={props.page} now={props.now} />
      </div>
      <aside class="stack" aria-label={t('ticket.more')}>
        <DueCard page={props.page} now={props.now} />
        <ChaseCard ticketId={props.ticketId} page={props.page} />
        <AnswersCard ticket={props.page.ticket} title={t('ticket.answers')} />
      </aside>
    </div>
  );
};
