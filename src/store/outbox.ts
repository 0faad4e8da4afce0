/** The rows of the outbox: what goes in, and how what was stored is understood again. */
import * as v from 'valibot';
import { actionSchema } from '../contract/action.ts';
import type { Action } from '../domain/action.ts';
import { holdsLane, laneOf } from '../domain/action.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import type { OutboxDb, OutboxRow } from './outbox-db.ts';

/** A new row for an action that was never sent; the database numbers it. */
export const newOutboxRow = (action: Action, shownWith: OutboxRow['shownWith'] = null): Omit<OutboxRow, 'seq'> => ({
  id: action.id,
  lane: laneOf(action),
  state: 'waiting',
  action,
  outcomeUnknown: false,
  tries: 0,
  receipt: null,
  heldBecause: null,
  shownWith,
});

/** What was stored, parsed again: it may be from another version, or damaged. Null when it cannot be understood. */
export const parseStoredAction = (row: OutboxRow): Action | null => {
  const known = parsedActions.get(row.action as object);
  if (known !== undefined) return known;
  const parsed = v.safeParse(actionSchema, row.action);
  const action = parsed.success ? parsed.output : null;
  if (typeof row.action === 'object' && row.action !== null) parsedActions.set(row.action, action);
  return action;
};
/** Each reading of a row is parsed once, however many ask. */
const parsedActions = new WeakMap<object, Action | null>();

/** What waits behind this row in its lane: it stays unchanged, and is asked about by name when the row is discarded. */
export const rowsBehind = async (outbox: OutboxDb, row: OutboxRow): Promise<OutboxRow[]> => {
  const lane = await outbox.actions.where('lane').equals(row.lane).sortBy('seq');
  return lane.filter((other) => other.seq > row.seq && other.state !== 'done');
};

export const rowById = (outbox: OutboxDb, id: ActionId): Promise<OutboxRow | undefined> => outbox.actions.where('id').equals(id).first();

/** Is this row held in a way that holds what is behind it? */
export const holdsItsLane = (row: OutboxRow): boolean => row.state === 'held' && holdsLane(kindOf(row));

/** The ticket that a row is about; null for a lane of another kind. */
export const ticketOf = ({ lane }: OutboxRow): TicketId | null => (lane.startsWith('ticket:') ? (lane.slice('ticket:'.length) as TicketId) : null);

/** What this row makes no sense without, in other lanes. */
export const afterOf = (row: OutboxRow): readonly ActionId[] => (row.action as Action).after ?? [];

export const kindOf = (row: OutboxRow): Action['kind'] => (row.action as Action).kind;
