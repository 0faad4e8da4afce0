import { laneOf, type ActionBody } from '../domain/action.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { kindOf } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue, ticketAction } from './perform.ts';

/** Whatever was refused of this kind on the ticket is settled by it: somebody looked, and said anew what is to be. */
export const performAnew = async (deps: ActionDeps, ticketId: TicketId, body: Extract<ActionBody, { kind: 'assign' | 'set-status' }>): Promise<ActionId> => {
  const { actions } = deps.store.outbox;
  const action = ticketAction(deps, ticketId, body, mint<ActionId>(deps));
  await durably(deps, [actions], async () => {
    const lane = await actions.where('lane').equals(laneOf(action)).toArray();
    await actions.bulkDelete(lane.filter((row) => kindOf(row) === body.kind && row.state === 'held').map(({ seq }) => seq));
    await enqueue(deps, action);
  });
  deps.onPerformed();
  return action.id;
};
