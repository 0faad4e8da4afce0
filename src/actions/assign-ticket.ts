import { laneOf } from '../domain/action.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import type { Assigned } from '../domain/ticket.ts';
import { kindOf } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue, ticketAction } from './perform.ts';

/** `from` is who had it on the screen. Whatever was refused before is settled by it: somebody looked, and said anew who has it. */
export const assignTicket = async (deps: ActionDeps, ticketId: TicketId, from: Assigned, to: Assigned): Promise<ActionId> => {
  const { actions } = deps.store.outbox;
  const action = ticketAction(deps, ticketId, { kind: 'assign', data: { from, to } }, mint<ActionId>(deps));
  await durably(deps, [actions], async () => {
    const lane = await actions.where('lane').equals(laneOf(action)).toArray();
    await actions.bulkDelete(lane.filter((row) => kindOf(row) === 'assign' && row.state === 'held').map(({ seq }) => seq));
    await enqueue(deps, action);
  });
  deps.onPerformed();
  return action.id;
};
