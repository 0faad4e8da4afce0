/** From the wizard to the ticket's page: what was sent a moment ago, also when the desk had it before that page was there. */
import type { TicketId } from '../domain/ids.ts';

let justSent: TicketId | null = null;

export const rememberSent = (ticketId: TicketId): void => {
  justSent = ticketId;
};

/** True once for each sending: whoever comes back to the ticket later has long been told. */
export const takeJustSent = (ticketId: TicketId): boolean => {
  if (justSent !== ticketId) return false;
  justSent = null;
  return true;
};
