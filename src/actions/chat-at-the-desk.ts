/** What analysts and chat managers do to chat with people. */
import type { Action } from '../domain/action.ts';
import type { Availability } from '../domain/chat/presence.ts';
import type { ActionId, PartitionId, PersonId, TicketId } from '../domain/ids.ts';
import { laneOf } from '../domain/action.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { kindOf, parseStoredAction } from '../store/outbox.ts';
import { mint, type ActionDeps } from './action-deps.ts';
import { durably, enqueue, performOnTicket } from './perform.ts';
import { saveReply } from './reply-to-ticket.ts';

/**
 * Somebody else may have been quicker the last time: that it was refused then says nothing of now. Words of one's own that came
 * too late for the chat would hold it: they are in the box again, in front of what stands there, to be said or not.
 */
export const acceptChat = async (deps: ActionDeps, ticketId: TicketId): Promise<ActionId> => {
  const { actions, replies } = deps.store.outbox;
  const action: Action = { ...envelopeOf(deps), subject: { kind: 'ticket', id: ticketId }, kind: 'accept-chat', data: {} };
  await durably(deps, [actions, replies], async () => {
    const lane = (await actions.where('lane').equals(laneOf(action)).sortBy('seq')).filter(({ state }) => state === 'waiting' || state === 'held');
    const said = lane.filter((row) => kindOf(row) === 'say');
    const late = said.some(({ state }) => state === 'held') ? said : [];
    if (late.length > 0) await putIntoBox(deps, ticketId, late);
    const stale = lane.filter((row) => kindOf(row) === 'accept-chat');
    await actions.bulkDelete([...late, ...stale].map(({ seq }) => seq));
    await enqueue(deps, action);
  });
  deps.onPerformed();
  return action.id;
};

const putIntoBox = async (deps: ActionDeps, ticketId: TicketId, rows: readonly OutboxRow[]): Promise<void> => {
  const typed = await deps.store.outbox.replies.get(ticketId);
  const said = rows.map(parseStoredAction).flatMap((action) => (action?.kind === 'say' ? [action.data.text] : []));
  await saveReply(deps, ticketId, [...said, ...(typed ? [typed.text] : [])].join('\n\n'), typed?.audience);
};

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
