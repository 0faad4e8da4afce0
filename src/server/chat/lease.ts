/** Being there to chat is a lease: an open line prolongs it, and without one it runs out. */
import { leaseMs } from '../../domain/chat/presence.ts';
import type { Person } from '../../domain/person.ts';
import type { ServerDeps } from '../server-deps.ts';

/** A lease alone brings nobody back: whoever has said that they go stays gone, and is only still there for the chat they are in. */
export const prolongLease = async ({ database, now }: Pick<ServerDeps, 'database' | 'now'>, person: Person): Promise<void> => {
  if (!person.rights.includes('chat-analyst')) return;
  await database
    .updateTable('presences')
    .set({ lease_until: now() + leaseMs })
    .where('person_id', '=', person.id)
    .execute();
};
