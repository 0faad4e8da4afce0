import type { PersonId } from './ids.ts';
import { setStatusOf, statusKeyOf, type StatusKey, type Ticket } from './ticket.ts';

/** What whoever sets a status had before their eyes: what it was, and which analyst had the ticket. */
export type StatusSeen = { readonly status: StatusKey; readonly analyst: PersonId | null };

export const statusSeenOn = (ticket: Ticket): StatusSeen => ({ status: statusKeyOf(setStatusOf(ticket)), analyst: ticket.assigned?.analyst?.id ?? null });
