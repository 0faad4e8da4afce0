/** What was said on a ticket, where the backend leaves that to whoever opens it. */
import type { TicketId } from '../domain/ids.ts';
import { storeConversation } from '../store/cache-pages.ts';
import { readCursor } from '../store/cache.ts';
import type { SyncDeps } from './ports.ts';

/** Resolves when the cache holds it; rejects with the failure that was in the way. `ticketId` is the desk's own. */
export const readConversation = async ({ backend, store }: Pick<SyncDeps, 'backend' | 'store'>, ticketId: TicketId): Promise<void> => {
  const position = (await readCursor(store.cache))?.position ?? 0;
  await storeConversation(store.cache, ticketId, position, await backend.conversation(store.person.id, ticketId, position));
};
