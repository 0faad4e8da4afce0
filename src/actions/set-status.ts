import type { ActionId, TicketId } from '../domain/ids.ts';
import { statusSeenOn, type StatusSeen } from '../domain/status-seen.ts';
import type { SetStatus } from '../domain/ticket.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { parseStoredAction } from '../store/outbox.ts';
import type { ActionDeps } from './action-deps.ts';
import { performAnew } from './perform-anew.ts';

/** `from` is what was on the screen. */
export const setTicketStatus = async (deps: ActionDeps, ticketId: TicketId, from: StatusSeen, { status, named }: SetStatus): Promise<ActionId> => {
  const or = await seenBefore(deps, ticketId);
  return performAnew(deps, ticketId, {
    kind: 'set-status',
    data: { status, ...(named ? { named: { id: named.id, name: named.name } } : {}), from: { ...from, ...(or.length > 0 ? { or } : {}) } },
  });
};

/** What was on the screen has in it what waits here, and the desk may not take that: what it would be without. */
const seenBefore = async ({ store: { outbox, cache } }: ActionDeps, ticketId: TicketId): Promise<readonly StatusSeen[]> => {
  const lane = await outbox.actions.where('lane').equals(`ticket:${ticketId}`).toArray();
  const waiting = lane.filter(({ state }) => state === 'waiting' || state === 'sending');
  if (waiting.length === 0) return [];
  const said = (await cache.tickets.get((await outbox.mappedIds.get(ticketId))?.remote ?? ticketId))?.body;
  return [...(said ? [statusSeenOn(said)] : []), ...waiting.flatMap(seenIn)];
};

const seenIn = (row: OutboxRow): readonly StatusSeen[] => {
  const action = parseStoredAction(row);
  if (action?.kind !== 'set-status' || !action.data.from) return [];
  const { status, analyst } = action.data.from;
  return [{ status, analyst }];
};
