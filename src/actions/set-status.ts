import type { ActionId, TicketId } from '../domain/ids.ts';
import type { SetStatus } from '../domain/ticket.ts';
import type { ActionDeps } from './action-deps.ts';
import { performAnew } from './perform-anew.ts';

export const setTicketStatus = (deps: ActionDeps, ticketId: TicketId, { status, named }: SetStatus): Promise<ActionId> =>
  performAnew(deps, ticketId, { kind: 'set-status', data: { status, ...(named ? { named: { id: named.id, name: named.name } } : {}) } });
