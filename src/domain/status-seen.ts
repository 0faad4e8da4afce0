import type { PersonId } from './ids.ts';
import { setStatusOf, statusKeyOf, type StatusKey, type Ticket } from './ticket.ts';

/** What whoever sets a status had before their eyes: what it was, and which analyst had the ticket. */
export type StatusSeen = { readonly status: StatusKey; readonly analyst: PersonId | null };

/** And `or` what it may be besides: what they did to it before may not be taken. */
export type StatusFrom = StatusSeen & { readonly or?: readonly StatusSeen[] };

export const statusSeenOn = (ticket: Ticket): StatusSeen => ({ status: statusKeyOf(setStatusOf(ticket)), analyst: ticket.assigned?.analyst?.id ?? null });
