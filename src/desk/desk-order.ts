import type { TicketSummary } from '../store/observe/tickets.ts';

/** Whoever waits for an answer comes first, the most chased and then the longest waiting; then what changed last. */
export const byUrgency = (one: TicketSummary, other: TicketSummary): number => {
  if (one.unanswered !== other.unanswered) return one.unanswered ? -1 : 1;
  if (!one.unanswered) return other.ticket.updatedAt - one.ticket.updatedAt || byId(one, other);
  return other.ticket.chases.length - one.ticket.chases.length || waitingSince(one) - waitingSince(other) || byId(one, other);
};

const waitingSince = ({ ticket }: TicketSummary): number => ticket.personWroteAt ?? ticket.raisedAt;
const byId = (one: TicketSummary, other: TicketSummary): number => (one.id < other.id ? -1 : 1);
