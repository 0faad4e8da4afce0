import { isOpen } from '../domain/ticket.ts';
import type { TicketSummary } from '../store/observe/tickets.ts';

/** Promised by a moment that is over. `now` in milliseconds. */
export const isLate = ({ ticket }: TicketSummary, now: number): boolean => isOpen(ticket) && ticket.dueAt !== null && ticket.dueAt < now;
