/** On PostgreSQL other servers write to the same feed: hears at once when one did, looks what it wrote, and wakes those it is for. */
import { PostgresAdapter, sql, type Transaction } from 'kysely';
import { signalChannel } from '../chat/signals.ts';
import { listenPostgres } from '../database/listen-postgres.ts';
import type { Schema } from '../database/schema.ts';
import { factsOfFault } from '../log.ts';
import type { ServerDeps } from '../server-deps.ts';

const feedChannel = 'portico_feed';

/** Told to every server once the transaction is committed. */
export const announceFeed = async (transaction: Transaction<Schema>): Promise<void> => {
  if (transaction.getExecutor().adapter instanceof PostgresAdapter) await sql`select pg_notify(${feedChannel}, '')`.execute(transaction);
};

/** Until the server stops. Looks now and then without being told, too: an announcement may be lost with its connection. A look that fails is made up for by the next one. */
export const followOtherWriters = (deps: ServerDeps, url: string | undefined, everyMs = 2_000): void => {
  // Empty where somebody unsets it: that is SQLite, too.
  if (!url) return;
  let seen = 0;
  let isLooking = false;
  let isAskedAgain = false;
  const look = async (): Promise<void> => {
    isAskedAgain = isLooking;
    if (isLooking) return;
    isLooking = true;
    try {
      const head = await deps.database.selectFrom('feed_head').select('position').executeTakeFirstOrThrow();
      if (head.position > seen) await wakeConcerned(deps, seen);
      seen = head.position;
    } catch (fault) {
      deps.log('fault', factsOfFault(fault));
    } finally {
      isLooking = false;
      if (isAskedAgain) void look();
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  deps.stopping.addEventListener('abort', () => clearInterval(timer), { once: true });
  listenPostgres({ ...deps, url }, { [feedChannel]: () => void look(), [signalChannel]: deps.signals.hearOther }, () => void look());
};

const wakeConcerned = async ({ database, watch }: ServerDeps, since: number): Promise<void> => {
  const listening = watch.audiences();
  if (listening.length === 0) return;
  const rows = await database.selectFrom('feed').select('audience').distinct().where('audience', 'in', listening).where('position', '>', since).execute();
  watch.committed(rows.map((row) => row.audience));
};
