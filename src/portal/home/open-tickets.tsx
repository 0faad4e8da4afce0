import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { t } from '../../i18n/translate.ts';
import type { TicketSummary } from '../../store/observe/tickets.ts';
import { createServiceOfTicket } from '../../ticket-parts/service-of-ticket.ts';
import { TicketRow } from '../tickets/ticket-row.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';

const shownTickets = 5;

export const OpenTickets = (props: { readonly open: readonly TicketSummary[]; readonly now: number }): JSX.Element => {
  const serviceOf = createServiceOfTicket();
  return (
    <section class="card" aria-labelledby="open-tickets">
      <div class="row between">
        <h2 id="open-tickets">{t('home.openTickets')}</h2>
        <A href="/tickets">{props.open.length > 0 ? t('home.allTickets', { count: props.open.length }) : t('home.closedTickets')}</A>
      </div>
      <Show when={props.open.length > 0} fallback={<p class="soft none-yet">{t('home.noTickets')}</p>}>
        <ul role="list" class="ticket-list">
          <KeyedFor each={props.open.slice(0, shownTickets)} by={(summary) => summary.id}>
            {(summary) => <TicketRow summary={summary()} service={serviceOf(summary().ticket)} now={props.now} href={`/tickets/${summary().id}`} />}
          </KeyedFor>
        </ul>
      </Show>
    </section>
  );
};
