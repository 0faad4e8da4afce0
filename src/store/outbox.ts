/** The outbox, as a queue: what is performed goes in, what the desk answered comes out. */
import * as v from 'valibot';
import { actionSchema } from '../contract/action.ts';
import type { Answer } from '../contract/receipt.ts';
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
  const parsed = v.safeParse(actionSchema, row.action);
  return parsed.success ? parsed.output : null;
};

/** Under the send lock nobody is sending: a row that says so was left by a crash. */
export const recoverInterrupted = (outbox: OutboxDb): Promise<number> =>
  outbox.actions.where('state').equals('sending').modify({ state: 'waiting', outcomeUnknown: true });

/** Everything that is not settled, in the order it was made: held rows too, for they hold their lanes. */
export const unsettledRows = (outbox: OutboxDb): Promise<OutboxRow[]> => outbox.actions.where('state').anyOf('waiting', 'held').sortBy('seq');

export const markSending = (outbox: OutboxDb, rows: readonly OutboxRow[]): Promise<void> =>
  outbox.transaction('rw', outbox.actions, async () => {
    await outbox.actions.bulkUpdate(rows.map((row) => ({ key: row.seq, changes: { state: 'sending' } })));
  });

/** The send came to nothing. `known`: the backend said so before it did anything, so nothing new is unknown. */
export const putBack = (outbox: OutboxDb, rows: readonly OutboxRow[], known: boolean): Promise<void> =>
  outbox.transaction('rw', outbox.actions, async () => {
    await outbox.actions.bulkUpdate(
      rows.map((row) => ({
        key: row.seq,
        changes: known ? { state: 'waiting' as const } : { state: 'waiting' as const, outcomeUnknown: true, tries: row.tries + 1 },
      })),
    );
  });

/** Writes down what the desk said, in one transaction: receipts, refusals, ids it insisted on. */
export const storeAnswers = (outbox: OutboxDb, rows: readonly OutboxRow[], answers: readonly Answer[]): Promise<void> =>
  outbox.transaction('rw', outbox.actions, outbox.files, outbox.mappedIds, async () => {
    const answersById = new Map(answers.map((answer) => [answer.id, answer]));
    const settled = rows.flatMap((row) => {
      const answer = answersById.get(row.id);
      return answer ? [{ row, answer }] : [];
    });
    await outbox.actions.bulkUpdate(settled.map(({ row, answer }) => ({ key: row.seq, changes: settledBy(row, answer) })));
    for (const { row, answer } of settled) await settleOthers(outbox, row, answer);
  });

const settledBy = (row: OutboxRow, answer: Answer): Partial<OutboxRow> => {
  switch (answer.outcome) {
    case 'applied':
      return { state: 'done', receipt: answer, outcomeUnknown: false };
    case 'refused':
      // What quietly records that something was read is not worth a person's attention when it is refused.
      return kindOf(row) === 'mark-read'
        ? { state: 'done', receipt: answer }
        : { state: 'held', receipt: answer, heldBecause: answer.refusal, outcomeUnknown: false };
    case 'not-attempted':
      return { state: 'waiting' };
  }
};

const settleOthers = async (outbox: OutboxDb, row: OutboxRow, answer: Answer): Promise<void> => {
  if (answer.outcome === 'applied' && answer.madeId) {
    await outbox.mappedIds.put({ local: row.lane.slice(row.lane.indexOf(':') + 1) as TicketId, remote: answer.madeId });
  }
  if (answer.outcome === 'refused' && kindOf(row) === 'attach') await outbox.files.update(row.id, { state: 'held' });
};

/** Drops rows whose effect the cache now shows. Called when the cache has caught up, never before. */
export const pruneShown = (outbox: OutboxDb, cachePosition: number): Promise<void> =>
  outbox.transaction('rw', outbox.actions, async () => {
    const done = await outbox.actions.where('state').equals('done').toArray();
    const shown = done.filter((row) => row.receipt?.outcome !== 'applied' || row.receipt.position <= cachePosition);
    await outbox.actions.bulkDelete(shown.map((row) => row.seq));
  });

/** The feed begins anew: positions of the old one mean nothing, so the next complete reading shows everything done so far. */
export const forgetPositions = (outbox: OutboxDb): Promise<number> =>
  outbox.actions
    .where('state')
    .equals('done')
    .modify((row) => {
      if (row.receipt?.outcome === 'applied') (row as { receipt: unknown }).receipt = { ...row.receipt, position: 0 };
    });

/** What waits behind this row in its lane: it stays unchanged, and is asked about by name when the row is discarded. */
export const rowsBehind = async (outbox: OutboxDb, row: OutboxRow): Promise<OutboxRow[]> => {
  const lane = await outbox.actions.where('lane').equals(row.lane).sortBy('seq');
  return lane.filter((other) => other.seq > row.seq && other.state !== 'done');
};

export const rowById = (outbox: OutboxDb, id: ActionId): Promise<OutboxRow | undefined> => outbox.actions.where('id').equals(id).first();

/** Is this row held in a way that holds what is behind it? */
export const holdsItsLane = (row: OutboxRow): boolean => row.state === 'held' && holdsLane(kindOf(row));

const kindOf = (row: OutboxRow): Action['kind'] => (row.action as Action).kind;
