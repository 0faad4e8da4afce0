/**
 * Work that comes at the same time is written in one transaction, and so in one go to the disk: waiting for the disk is
 * most of what a single action costs on SQLite. Each piece is done or undone on its own, and none is answered before
 * the commit.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PostgresAdapter, sql, type Transaction } from 'kysely';
import type { Database, Schema } from './schema.ts';

export type WriteTogether = <Result>(work: (transaction: Transaction<Schema>) => Promise<Result>) => Promise<Result>;

export const createWriteTogether = (database: Database): WriteTogether => {
  // There each transaction has a connection of its own, and the database itself syncs those that commit at once together.
  if (database.getExecutor().adapter instanceof PostgresAdapter) return (work) => database.transaction().execute(work);
  const waiting: Piece[] = [];
  let isWriting = false;
  const writeWaiting = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      await untilGathered(waiting);
      await writeGroup(database, waiting.splice(0, mostTogether));
    }
    isWriting = false;
  };
  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(pieceOf(work, resolve, reject));
      if (!isWriting) void writeWaiting();
    });
};

/** Requests that arrived together are still being read: each turn of the loop brings more of them here, until one brings none. */
const untilGathered = async (waiting: readonly Piece[]): Promise<void> => {
  for (let known = 0; waiting.length > known && waiting.length < mostTogether;) {
    known = waiting.length;
    await nextTurn();
  }
};

/** So that nobody waits long behind others. */
const mostTogether = 16;

type Piece = {
  /** Does the work, or undoes it; hands back how to say so once that is committed. */
  readonly attempt: (transaction: Transaction<Schema>) => Promise<() => void>;
  readonly fail: (fault: unknown) => void;
};

const pieceOf = <Result>(
  work: (transaction: Transaction<Schema>) => Promise<Result>,
  resolve: (result: Result) => void,
  reject: (fault: unknown) => void,
): Piece => ({
  attempt: async (transaction) => {
    await sql`savepoint piece`.execute(transaction);
    try {
      const result = await work(transaction);
      await sql`release savepoint piece`.execute(transaction);
      return () => resolve(result);
    } catch (fault) {
      await sql`rollback to savepoint piece`.execute(transaction);
      return () => reject(fault);
    }
  },
  fail: reject,
});

const writeGroup = async (database: Database, pieces: readonly Piece[]): Promise<void> => {
  try {
    const answers = await database.transaction().execute(async (transaction) => {
      const done: (() => void)[] = [];
      for (const piece of pieces) done.push(await piece.attempt(transaction));
      return done;
    });
    for (const answer of answers) answer();
  } catch (fault) {
    for (const piece of pieces) piece.fail(fault);
  }
};
