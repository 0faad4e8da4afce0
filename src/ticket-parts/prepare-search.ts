import type { TicketSummary } from '../store/observe/tickets.ts';
import { ticketSearchable } from './ticket-searchable.ts';

const atOnce = 250;
/** Nobody types within this of opening the list. */
const restMs = 50;

/** Folds the texts of a long list a little at a time, so that the first letter of a search finds them folded; returns how to stop. */
export const prepareSearch = (tickets: readonly TicketSummary[]): (() => void) => {
  let next = 0;
  const fold = (): void => {
    for (const { ticket } of tickets.slice(next, next + atOnce)) ticketSearchable(ticket);
    next += atOnce;
    if (next < tickets.length) timer = setTimeout(fold, 0);
  };
  let timer = setTimeout(fold, restMs);
  return () => clearTimeout(timer);
};
