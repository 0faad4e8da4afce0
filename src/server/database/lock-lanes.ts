import { PostgresAdapter, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Makes batches about the same things wait for each other, until the transaction ends: what one reads, no other changes
 * under it. In one order, so that two batches never wait for each other both ways. SQLite has one writer anyway.
 */
export const lockLanes = async (transaction: Transaction<Schema>, lanes: readonly string[]): Promise<void> => {
  if (hasOneWriter(transaction)) return;
  const keys = sql`select distinct hashtextextended(lane, 0) as key from unnest(${lanes}::text[]) as lane order by key`;
  await sql`select pg_advisory_xact_lock(key) from (${keys}) as keys`.execute(transaction);
};

/** Many share one at once; nobody locks it meanwhile, nor shares it while somebody has it locked. */
export const shareLane = async (transaction: Transaction<Schema>, lane: string): Promise<void> => {
  if (hasOneWriter(transaction)) return;
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${lane}::text, 0))`.execute(transaction);
};

const hasOneWriter = (transaction: Transaction<Schema>): boolean => !(transaction.getExecutor().adapter instanceof PostgresAdapter);
