import type { ActionId, TicketId } from '../domain/ids.ts';
import type { Assigned } from '../domain/ticket.ts';
import type { ActionDeps } from './action-deps.ts';
import { performAnew } from './perform-anew.ts';

/** `from` is who had it on the screen. */
export const assignTicket = (deps: ActionDeps, ticketId: TicketId, from: Assigned, to: Assigned): Promise<ActionId> =>
  performAnew(deps, ticketId, { kind: 'assign', data: { from, to } });
