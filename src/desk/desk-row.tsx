import { A, useLocation } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useSignedIn } from '../app-context.ts';
import { priorityOf } from '../domain/call.ts';
import { assignedOf, nameOfAssigned } from '../domain/assignment/assignment.ts';
import { isOpen } from '../domain/ticket.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import type { TicketSummary } from '../store/observe/tickets.ts';
import { Icon } from '../ui/icon.tsx';
import { DeskStatusChip } from './desk-status-chip.tsx';
import { isLate } from './is-late.ts';
import { rememberRow } from './list/move-by-letters.ts';
import { listLeft } from './list/way-back.ts';
import { PriorityChip } from './priority-chip.tsx';
import './desk-row.css';

/** One ticket of the partition: whose it is, whether they wait, how often they asked, and who looks after it. */
export const DeskRow = (props: {
  readonly summary: TicketSummary;
  readonly service: string;
  readonly now: number;
  readonly position: number;
  readonly of: number;
}): JSX.Element => {
  const { person } = useSignedIn();
  const location = useLocation();
  const ticket = () => props.summary.ticket;
  const href = (): string => `/desk/tickets/${props.summary.id}`;
  const whoHasIt = (): string => {
    const assigned = assignedOf(ticket());
    return assigned.analyst?.id === person.id ? t('assign.you') : nameOfAssigned(assigned);
  };
  return (
    <li class="desk-row" aria-posinset={props.position} aria-setsize={props.of}>
      <A class="desk-link" href={href()} state={listLeft(location.search)} onClick={() => rememberRow(href())}>
        <strong>{ticket().title}</strong>
        <span class="desk-chips">
          <PriorityChip priority={priorityOf(ticket())} />
          <Show when={ticket().chases.length > 0 && isOpen(ticket())}>
            <span class="chip bad">{t('desk.chased', { count: ticket().chases.length })}</span>
          </Show>
          <Show when={isLate(props.summary, props.now)}>
            <span class="chip bad">{t('desk.late')}</span>
          </Show>
          <Show when={ticket().requester.id !== person.id} fallback={<span class="chip plain">{t('desk.yours')}</span>}>
            <Show when={props.summary.unanswered}>
              <span class="chip warn">{t('desk.unanswered')}</span>
            </Show>
          </Show>
          <DeskStatusChip ticket={ticket()} pending={props.summary.pending} />
        </span>
        <small>
          {ticket().number ?? t('tickets.notNumbered')} · {props.service === '' ? '' : `${props.service} · `}
          {t('desk.by', { name: ticket().requester.name })} · {t('tickets.updated', { when: formatWhen(ticket().updatedAt, props.now) })}
        </small>
        <Show when={whoHasIt()}>
          {(name) => (
            <small class="desk-has">
              <span class="visually-hidden">{t('assign.title')}: </span>
              <Icon name="people" />
              {name()}
            </small>
          )}
        </Show>
      </A>
    </li>
  );
};
