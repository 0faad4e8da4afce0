import type { Ticket } from './ticket.ts';
import { isOpen, statusOf } from './ticket.ts';

/** Is it the desk's turn: had the person the last word, by raising, writing or chasing? */
export const isUnanswered = (ticket: Ticket): boolean => {
  if (!isOpen(ticket) || statusOf(ticket) === 'waiting-for-person') return false;
  const personAt = Math.max(ticket.raisedAt, ticket.personWroteAt ?? 0, ...ticket.chases.map((chase) => chase.at));
  return ticket.deskWroteAt === null || personAt > ticket.deskWroteAt;
};
