/** On PostgreSQL other servers write to the same feed: hears at once when one did, looks what it wrote, and wakes those it is for. */
import { PostgresAdapter, sql, type Transaction } from 'kysely';
import * as v from 'valibot';
import { signalChannel } from '../chat/signals.ts';
import { listenPostgres } from '../database/listen-postgres.ts';
import type { Schema } from '../database/schema.ts';
import { factsOfFault } from '../log.ts';
import type { ServerDeps } from '../server-deps.ts';

const feedChannel = 'portico_feed';

/** Told to every server once the transaction is committed, with the audiences that wait for it. */
export const announceFeed = async (transaction: Transaction<Schema>, awaiting: readonly string[]): Promise<void> => {
  if (!(transaction.getExecutor().adapter instanceof PostgresAdapter)) return;
  // Notices are short; whoever is left out has it with the next beat of the desk.
  await sql`select pg_notify(${feedChannel}, ${JSON.stringify(awaiting.slice(0, 20))})`.execute(transaction);
};

/** Until the server stops. Looks now and then without being told, too: an announcement may be lost with its connection. A look that fails is made up for by the next one. */
export const followOtherWriters = (deps: ServerDeps, url: string | undefined, everyMs = 2_000): void => {
  // Empty where somebody unsets it: that is SQLite, too.
  if (!url) return;
  let seen = 0;
  let awaiting = new Set<string>();
  let isLooking = false;
  let isAskedAgain = false;
  const look = async (): Promise<void> => {
    isAskedAgain = isLooking;
    if (isLooking) return;
    isLooking = true;
    try {
      const head = await deps.database.selectFrom('feed_head').select('position').executeTakeFirstOrThrow();
      const named = [...awaiting];
      awaiting = new Set();
      if (head.position > seen || named.length > 0) await wakeConcerned(deps, seen, named);
      seen = head.position;
    } catch (fault) {
      deps.log('fault', factsOfFault(fault));
    } finally {
      isLooking = false;
      if (isAskedAgain) void look();
    }
  };
  const hearFeed = (notice: string): void => {
    const parsed = v.safeParse(noticeSchema, notice);
    for (const audience of parsed.success ? parsed.output : []) awaiting.add(audience);
    void look();
  };
  const timer = setInterval(() => void look(), everyMs);
  deps.stopping.addEventListener('abort', () => clearInterval(timer), { once: true });
  listenPostgres({ ...deps, url }, { [feedChannel]: hearFeed, [signalChannel]: deps.signals.hearOther }, () => void look());
};

const noticeSchema = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

const wakeConcerned = async ({ database, watch }: ServerDeps, since: number, awaiting: readonly string[]): Promise<void> => {
  const listening = watch.audiences();
  if (listening.length === 0) return;
  const rows = await database.selectFrom('feed').select('audience').distinct().where('audience', 'in', listening).where('position', '>', since).execute();
  watch.committed([...rows.map((row) => row.audience), ...awaiting]);
};
