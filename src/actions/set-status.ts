import type { ActionId, TicketId } from '../domain/ids.ts';
import type { StatusSeen } from '../domain/status-seen.ts';
import type { SetStatus } from '../domain/ticket.ts';
import type { ActionDeps } from './action-deps.ts';
import { performAnew } from './perform-anew.ts';

/** `from` is what was on the screen. */
export const setTicketStatus = (deps: ActionDeps, ticketId: TicketId, from: StatusSeen, { status, named }: SetStatus): Promise<ActionId> =>
  performAnew(deps, ticketId, { kind: 'set-status', data: { status, ...(named ? { named: { id: named.id, name: named.name } } : {}), from } });
