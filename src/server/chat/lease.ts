/** Being there to chat is a lease: an open line prolongs it, and without one it runs out. */
import { leaseMs } from '../../domain/chat/presence.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { inParts } from '../database/in-parts.ts';
import { audiences } from '../feed/write-feed.ts';
import type { ServerDeps } from '../server-deps.ts';

/** A lease alone brings nobody back: whoever has said that they go stays gone, and is only still there for the chat they are in. */
export const prolongLease = async ({ writeTogether, now }: Pick<ServerDeps, 'writeTogether' | 'now'>, person: Person): Promise<void> => {
  if (!person.rights.includes('chat-analyst')) return;
  // Beside whatever is being written anyway: after a cut everybody comes back at once.
  await writeTogether((transaction) =>
    transaction
      .updateTable('presences')
      .set({ lease_until: now() + leaseMs })
      .where('person_id', '=', person.id)
      .execute(),
  );
};

/** Who has an open line to this server: gone they are not, however late it comes to prolonging. */
export const isListening = ({ watch }: Pick<ServerDeps, 'watch'>): ((personId: PersonId) => boolean) => {
  const listening = new Set(watch.audiences());
  return (personId) => listening.has(audiences.person(personId));
};

/** Prolongs the leases of all who have an open line to this server, in one go to the disk instead of one for each. */
export const prolongLeases = async (deps: Pick<ServerDeps, 'database' | 'watch' | 'now'>): Promise<void> => {
  const isHere = isListening(deps);
  const rows = await deps.database.selectFrom('presences').select('person_id').execute();
  const here = rows.map(({ person_id }) => person_id).filter((id) => isHere(id as PersonId));
  for (const part of inParts(here, 100)) {
    await deps.database
      .updateTable('presences')
      .set({ lease_until: deps.now() + leaseMs })
      .where('person_id', 'in', part)
      .execute();
  }
};
