import { Show, type JSX } from 'solid-js';
import { setStatusOf, statusOf, type Ticket, type TicketStatus } from '../domain/ticket.ts';
import { t } from '../i18n/translate.ts';
import type { TicketSummary } from '../store/observe/tickets.ts';
import { deskStatusWords } from '../ticket-parts/desk-status-words.ts';
import '../ui/chip.css';
import './desk-status-chip.css';

const tones = {
  new: 'plain',
  'in-progress': '',
  'waiting-for-person': 'plain',
  'waiting-for-supplier': 'plain',
  resolved: 'good',
  closed: 'good',
} as const satisfies Readonly<Record<TicketStatus, string>>;

/** The status as the desk calls it; before it whatever of the ticket has not left this device. */
export const DeskStatusChip = (props: { readonly ticket: Ticket; readonly pending: TicketSummary['pending'] }): JSX.Element => {
  const words = (): string => deskStatusWords(setStatusOf(props.ticket));
  return (
    <Show
      when={props.pending}
      fallback={
        <span class={`chip desk-status ${tones[statusOf(props.ticket)]}`} title={words()}>
          {words()}
        </span>
      }
    >
      {(pending) => <span class={`chip ${pending().endsWith('held') ? 'bad' : 'warn'}`}>{t(`delivery.${pending()}`)}</span>}
    </Show>
  );
};
