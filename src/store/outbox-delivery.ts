/** The outbox on its way to the desk: what is being sent, what the desk answered, and what may be let go. */
import { neverInTheFeed, type Answer } from '../contract/receipt.ts';
import type { TicketId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { OutboxDb, OutboxRow } from './outbox-db.ts';
import { kindOf, parseStoredAction } from './outbox.ts';

/** Is there anything that may have to be sent? One reading: most rounds find nothing. */
export const hasUnsent = async (outbox: OutboxDb): Promise<boolean> => (await outbox.actions.where('state').anyOf('waiting', 'sending').count()) > 0;

/** Under the send lock nobody is sending: a row that says so was left by a crash. */
export const recoverInterrupted = (outbox: OutboxDb, now: Instant): Promise<number> =>
  outbox.actions.where('state').equals('sending').modify({ state: 'waiting', outcomeUnknown: true, unknownSince: now });

/**
 * Marks what `plan` chooses of the unsettled rows as being sent, in the transaction that read them, and returns it. A row
 * that cannot be understood (of another version, or damaged) is held where the person sees it, and never sent.
 * `readsOn`: where none of the first may leave, the whole outbox is read; not for each request that lands beside others.
 */
export const claimBatch = (outbox: OutboxDb, plan: (rows: readonly OutboxRow[]) => readonly OutboxRow[], readsOn: boolean): Promise<readonly OutboxRow[]> =>
  outbox.transaction('rw', outbox.actions, async () => {
    const some = await unsettledRows(outbox, atFirst);
    const few = claim(some, plan);
    // Nothing may leave of the first ones: they stand behind something that is held, and others may not.
    const { held, batch } = readsOn && few.batch.length === 0 && some.length >= atFirst ? claim(await unsettledRows(outbox, Infinity), plan) : few;
    await outbox.actions.bulkPut([...held, ...batch.map((row) => ({ ...row, state: 'sending' as const }))]);
    return batch;
  });

/** More than one request carries: a long outbox is not read whole each time that some of it is sent. */
const atFirst = 200;

/**
 * What is not settled, in the order it was made: so many of the first that wait, and every held row, for they hold their
 * lanes. Read state by state: each is one reading, where a range over both goes from row to row.
 */
const unsettledRows = async (outbox: OutboxDb, mostWaiting: number): Promise<OutboxRow[]> => {
  const waiting = outbox.actions.where('state').equals('waiting');
  const rows = await Promise.all([
    mostWaiting === Infinity ? waiting.toArray() : waiting.limit(mostWaiting).toArray(),
    outbox.actions.where('state').equals('held').toArray(),
  ]);
  return rows.flat().sort((one, other) => one.seq - other.seq);
};

const claim = (rows: readonly OutboxRow[], plan: (rows: readonly OutboxRow[]) => readonly OutboxRow[]) => {
  const readable = rows.map(holdUnreadable);
  return { batch: plan(readable), held: readable.filter((row) => row.heldBecause === unreadable) };
};

const holdUnreadable = (row: OutboxRow): OutboxRow =>
  row.state === 'waiting' && parseStoredAction(row) === null ? { ...row, state: 'held', heldBecause: unreadable } : row;

const unreadable = { kind: 'not-supported' } as const;

/** How a send that came to nothing ended: whether it may have been done all the same, and whether it counts as a try. */
export type PutBack = { readonly outcomeUnknown: boolean; readonly isTry: boolean };

export const putBack = (outbox: OutboxDb, rows: readonly OutboxRow[], how: PutBack, now: Instant): Promise<void> =>
  outbox.transaction('rw', outbox.actions, async () => {
    await outbox.actions.bulkUpdate(
      rows.map((row) => ({
        key: row.seq,
        changes: {
          state: 'waiting' as const,
          outcomeUnknown: row.outcomeUnknown || how.outcomeUnknown,
          ...(how.outcomeUnknown ? { unknownSince: now } : {}),
          tries: row.tries + (how.isTry ? 1 : 0),
        },
      })),
    );
  });

/** Holds what can never leave as it is, where the person sees it. */
export const hold = (outbox: OutboxDb, row: OutboxRow, heldBecause: Refusal): Promise<number> => outbox.actions.update(row.seq, { state: 'held', heldBecause });

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

/** What was done before a reading of the feed began: once the reading has caught up, the cache shows all of it. */
export const doneSoFar = async (outbox: OutboxDb): Promise<ReadonlySet<number>> => new Set(await outbox.actions.where('state').equals('done').primaryKeys());

/**
 * Drops rows whose effect the cache now shows: those done before the reading that caught up (also when the feed began anew
 * and old positions mean nothing), and those whose receipt names a position the cache is at or past. What the feed never
 * shows stays, until the same is done again.
 */
export const pruneShown = async (outbox: OutboxDb, cachePosition: number, doneBefore: ReadonlySet<number>): Promise<void> => {
  // What is done stays done: it can be read first, and mostly there is nothing.
  const done = await outbox.actions.where('state').equals('done').toArray();
  const newestKept = new Map(done.filter(isKeptHere).map(({ lane, seq }) => [lane, seq]));
  const isShown = (row: OutboxRow): boolean => {
    if (isKeptHere(row)) return newestKept.get(row.lane) !== row.seq;
    return doneBefore.has(row.seq) || row.receipt?.outcome !== 'applied' || row.receipt.position <= cachePosition;
  };
  const shown = done.filter(isShown);
  if (shown.length > 0) await outbox.actions.bulkDelete(shown.map((row) => row.seq));
};

/** Only that something was read is: a mark takes the place of the one before it on the same ticket. */
const isKeptHere = ({ receipt }: OutboxRow): boolean => receipt?.outcome === 'applied' && receipt.position === neverInTheFeed;
