/** What analysts and chat managers do to chat with people. */
import type { Action } from '../domain/action.ts';
import type { Availability } from '../domain/chat/presence.ts';
import type { ActionId, PartitionId, PersonId, TicketId } from '../domain/ids.ts';
import { laneOf } from '../domain/action.ts';
import { kindOf } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue, performOnTicket } from './perform.ts';

/** Somebody else may have been quicker the last time: that it was refused then says nothing of now. */
export const acceptChat = (deps: ActionDeps, ticketId: TicketId): Promise<ActionId> =>
  setSwitch(deps, { ...envelopeOf(deps), subject: { kind: 'ticket', id: ticketId }, kind: 'accept-chat', data: {} });

/** The call's details were looked at and closed: the first time counts. */
export const recordContact = (deps: ActionDeps, ticketId: TicketId): Promise<ActionId> => performOnTicket(deps, ticketId, { kind: 'record-contact', data: {} });

/** One's own, or as a chat manager that of somebody else. */
export const setAvailability = (deps: ActionDeps, personId: PersonId, to: Availability): Promise<ActionId> =>
  setSwitch(deps, { ...envelopeOf(deps), subject: { kind: 'person', id: personId }, kind: 'set-availability', data: { to } });

export const setChatQueue = (deps: ActionDeps, partitionId: PartitionId, isOnline: boolean): Promise<ActionId> =>
  setSwitch(deps, { ...envelopeOf(deps), subject: { kind: 'partition', id: partitionId }, kind: 'set-chat-queue', data: { isOnline } });

const envelopeOf = (deps: ActionDeps) => ({ v: 1, id: mint<ActionId>(deps), at: deps.now() }) as const;

/** A switch stands as it was set last: what was set before it and is still here, or was refused, is not wanted any more. */
const setSwitch = async (deps: ActionDeps, action: Action): Promise<ActionId> => {
  const { actions } = deps.store.outbox;
  await durably(deps, [actions], async () => {
    const lane = await actions.where('lane').equals(laneOf(action)).toArray();
    const stale = lane.filter((row) => kindOf(row) === action.kind && (row.state === 'waiting' || row.state === 'held'));
    await actions.bulkDelete(stale.map(({ seq }) => seq));
    await enqueue(deps, action);
  });
  deps.onPerformed();
  return action.id;
};
