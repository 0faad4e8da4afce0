/** One ticket in a list: what it is, how it gets on, and what of it is still on this device. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';
import type { TicketSummary } from '../../store/observe/tickets.ts';
import { StatusChip } from '../../ticket-parts/status-chip.tsx';
import './ticket-row.css';

type TicketRowProps = {
  readonly summary: TicketSummary;
  /** What it asks for, where the title does not say so; else empty. */
  readonly service: string;
  readonly now: number;
  readonly href: string;
  readonly position?: number;
  readonly of?: number;
};

export const TicketRow = (props: TicketRowProps): JSX.Element => (
  <li class="ticket-row" aria-posinset={props.position} aria-setsize={props.of}>
    <A class="ticket-link" href={props.href}>
      <strong class={props.summary.unread ? 'unread' : ''}>
        <Show when={props.summary.unread}>
          <i class="unread-mark" aria-hidden="true" />
          <span class="visually-hidden">{t('tickets.unread')} </span>
        </Show>
        {props.summary.ticket.title}
      </strong>
      <StatusChip summary={props.summary} />
      <small>{metaWords(props.summary, props.service, props.now)}</small>
    </A>
  </li>
);

const metaWords = ({ ticket, pending }: TicketSummary, service: string, now: number): string => {
  const parts = [ticket.number ?? t('tickets.notNumbered'), ...(service === '' ? [] : [service])];
  if (pending === 'held') parts.push(t('tickets.heldHere'));
  else if (pending === 'part-held') parts.push(t('tickets.partHeldHere'));
  else if (pending !== null) parts.push(t('tickets.onlyHere'));
  else parts.push(t('tickets.updated', { when: formatWhen(ticket.updatedAt, now) }));
  return parts.join(' · ');
};
