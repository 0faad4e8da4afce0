/**
 * Being there to chat is a lease: an open line prolongs it, and without one it runs out. That a session has a line is written
 * down by the server to which it came last: another one may take a line that moved on for its own, for as long as it does not
 * notice, and must neither prolong nor end it.
 */
import type { ExpressionBuilder, Transaction } from 'kysely';
import { leaseMs } from '../../domain/chat/presence.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { inParts } from '../database/in-parts.ts';
import type { Schema } from '../database/schema.ts';
import { audiences } from '../feed/write-feed.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { Reading } from './chat-records.ts';

type LeaseDeps = Pick<ServerDeps, 'serverId' | 'writeTogether' | 'watch' | 'now'>;

/** A lease alone brings nobody back: whoever has said that they go stays gone, and is only still there for the chat they are in. */
export const beginLine = async ({ serverId, writeTogether, now }: LeaseDeps, person: Person, session: string): Promise<void> => {
  if (!person.rights.includes('chat-analyst')) return;
  const until = now() + leaseMs;
  // Beside whatever is being written anyway: after a cut everybody comes back at once.
  await writeTogether(async (transaction) => {
    await prolongLease(transaction, person.id, until);
    await transaction.updateTable('sessions').set({ line_until: until, line_server: serverId }).where('token_hash', '=', session).execute();
  });
};

/** From here the lease runs; `hangUp` is what takes the line from those that are open. */
export const endLine = async ({ serverId, writeTogether, watch, now }: LeaseDeps, person: Person, session: string, hangUp: () => void): Promise<void> => {
  if (!person.rights.includes('chat-analyst')) return hangUp();
  // First, so that at no moment they seem to be gone.
  await writeTogether((transaction) => prolongLease(transaction, person.id, now() + leaseMs)).finally(hangUp);
  await writeTogether(async (transaction) => {
    // Another tab may listen with the same session.
    if (heardBy(watch)(audiences.session(session))) return;
    await transaction.updateTable('sessions').set({ line_until: 0 }).where('token_hash', '=', session).where('line_server', '=', serverId).execute();
  });
};

const prolongLease = (transaction: Transaction<Schema>, personId: PersonId, until: number) =>
  transaction.updateTable('presences').set({ lease_until: until }).where('person_id', '=', personId).execute();

type Watching = Pick<ServerDeps, 'watch'>;

const heardBy = (watch: Watching['watch']): ((audience: string) => boolean) => {
  const listening = new Set(watch.audiences());
  return (audience) => listening.has(audience);
};

/** Who has an open line to this server: gone they are not, however late it comes to prolonging. */
export const isListening = ({ watch }: Watching): ((personId: PersonId) => boolean) => {
  const isHeard = heardBy(watch);
  return (personId) => isHeard(audiences.person(personId));
};

/** Has one of their sessions an open line, to this server or to another one? */
export const hasLine = async ({ watch, now }: Pick<ServerDeps, 'watch' | 'now'>, reading: Reading, personId: PersonId): Promise<boolean> => {
  const sessions = await reading.selectFrom('sessions').select(['token_hash', 'line_until']).where('person_id', '=', personId).execute();
  const isHeard = heardBy(watch);
  return sessions.some(({ token_hash, line_until }) => Number(line_until) >= now() || isHeard(audiences.session(token_hash)));
};

/** Everybody whose line is written down as open. */
export const readThere = async (reading: Reading, now: Instant): Promise<ReadonlySet<string>> => {
  const rows = await reading.selectFrom('sessions').select('person_id').where('line_until', '>=', now).where('line_until', '>', 0).execute();
  return new Set(rows.map(({ person_id }) => person_id));
};

/** Prolongs the leases of all who have an open line to this server, in one go to the disk instead of one for each. */
export const prolongLeases = async (deps: Pick<ServerDeps, 'serverId' | 'database' | 'watch' | 'now'>): Promise<void> => {
  const { database } = deps;
  const now = deps.now();
  const until = now + leaseMs;
  const isHeard = heardBy(deps.watch);
  const people = await database.selectFrom('presences').select('person_id').execute();
  const here = people.map(({ person_id }) => person_id).filter((id) => isHeard(audiences.person(id)));
  for (const part of inParts(here, 100)) await database.updateTable('presences').set({ lease_until: until }).where('person_id', 'in', part).execute();
  const isOurs = isKeptBy(deps.serverId, now);
  const sessions = await database.selectFrom('sessions').select('token_hash').where(isOurs).execute();
  const heard = sessions.map(({ token_hash }) => token_hash).filter((hash) => isHeard(audiences.session(hash)));
  const line = { line_until: until, line_server: deps.serverId };
  // Asked again: meanwhile one of them may have come to another server.
  for (const part of inParts(heard, 100)) await database.updateTable('sessions').set(line).where('token_hash', 'in', part).where(isOurs).execute();
};

/** Sessions whose line this server writes down if it hears them: it came here last, or where it came last it is heard no more. */
const isKeptBy = (serverId: string, now: Instant) => (where: ExpressionBuilder<Schema, 'sessions'>) =>
  where.or([where('line_server', '=', serverId), where.and([where('line_server', '!=', ''), where('line_until', '<', now)])]);
