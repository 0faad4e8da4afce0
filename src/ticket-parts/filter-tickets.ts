import { searchAll } from '../domain/search.ts';
import type { TicketKind } from '../domain/ticket.ts';
import type { TicketSummary } from '../store/observe/tickets.ts';
import { ticketSearchable } from './ticket-searchable.ts';

export type TicketFilter = { readonly open: boolean; readonly kind: TicketKind | null; readonly status: string | null; readonly query: string };

/**
 * The tickets that a list shows: in their own order, or the best matches first while something is searched. People
 * filter by the simple status, the desk by its own.
 */
export const filterTickets = (
  tickets: readonly TicketSummary[],
  filter: TicketFilter,
  statusOf: (summary: TicketSummary) => string = simpleStatus,
): readonly TicketSummary[] => {
  const fitting = tickets.filter(
    (summary) =>
      summary.open === filter.open &&
      (filter.kind === null || summary.ticket.kind === filter.kind) &&
      (filter.status === null || statusOf(summary) === filter.status),
  );
  return searchAll(filter.query, fitting, ({ ticket }) => ticketSearchable(ticket));
};

/** How many the same words and kind find among the other half, the closed or the open ones. A status belongs to one half. */
export const foundElsewhere = (tickets: readonly TicketSummary[], filter: TicketFilter): number =>
  filterTickets(tickets, { ...filter, open: !filter.open, status: null }).length;

const simpleStatus = (summary: TicketSummary): string => summary.status;
