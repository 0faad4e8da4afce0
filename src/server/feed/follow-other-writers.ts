/** On PostgreSQL other servers write to the same feed: looks now and then for what they wrote, and wakes those it is for. */
import { PostgresAdapter } from 'kysely';
import { factsOfFault } from '../log.ts';
import type { ServerDeps } from '../server-deps.ts';

/** Looks until the server stops. A look that fails is made up for by the next one. */
export const followOtherWriters = (deps: ServerDeps, everyMs = 2_000): void => {
  if (!(deps.database.getExecutor().adapter instanceof PostgresAdapter)) return;
  let seen = 0;
  let isLooking = false;
  const look = async (): Promise<void> => {
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
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  deps.stopping.addEventListener('abort', () => clearInterval(timer), { once: true });
};

const wakeConcerned = async ({ database, watch }: ServerDeps, since: number): Promise<void> => {
  const listening = watch.audiences();
  if (listening.length === 0) return;
  const rows = await database.selectFrom('feed').select('audience').distinct().where('audience', 'in', listening).where('position', '>', since).execute();
  watch.committed(rows.map((row) => row.audience));
};
