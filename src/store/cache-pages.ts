/** The cache is written from the desk's words only, page by page, never backwards. */
import type { Change, ChangesPage } from '../contract/change.ts';
import type { ArticleId, EntryId, PartitionId, ServiceId, TicketId } from '../domain/ids.ts';
import type { CacheDb, CursorRow } from './cache-db.ts';
import { flowKey, readCursor } from './cache.ts';

/**
 * Stores a page that was read from `since`. Another tab may have read on meanwhile: what the cache already holds is left
 * alone, and a page that would leave a gap (the cache was thrown away under it) is dropped. True when it was stored.
 */
export const storePage = (cache: CacheDb, since: CursorRow | null, page: ChangesPage): Promise<boolean> =>
  cache.transaction('rw', cache.tables, async () => {
    const current = await readCursor(cache);
    const reached = current?.position ?? -1;
    if ((since?.position ?? -1) > reached || (current !== null && page.position < reached)) return false;
    for (const change of page.changes) if (change.position > reached) await storeChange(cache, change);
    await cache.meta.put({ key: 'cursor', cursor: page.cursor, position: page.position, caughtUp: !page.more });
    return true;
  });

const storeChange = async (cache: CacheDb, change: Change): Promise<void> => {
  const { position } = change;
  switch (change.kind) {
    case 'person':
      await cache.people.put({ id: change.body.id, position, body: change.body });
      return;
    case 'partition':
      await cache.partitions.put({ id: change.body.id, position, body: change.body });
      return;
    case 'service':
      await cache.services.put({ id: change.body.id, position, body: change.body });
      return;
    case 'flow':
      await cache.flows.put({ id: flowKey(change.body), position, body: change.body });
      return;
    case 'article':
      await cache.articles.put({ id: change.body.id, position, body: change.body });
      return;
    case 'ticket':
      await cache.tickets.put({ id: change.body.id, position, body: change.body });
      return;
    case 'entry':
      await cache.entries.put({ id: change.body.id, ticketId: change.body.ticketId, position, body: change.body });
      return;
    case 'settings':
      await cache.settings.put({ id: change.body.id, position, body: change.body });
      return;
    case 'settings-save':
      await cache.settingsSaves.put({ id: change.body.id, position, body: change.body });
      return;
    case 'record':
      await cache.records.put({ id: `${change.body.of}/${change.body.body.id}`, position, body: change.body });
      return;
    case 'record-save':
      await cache.recordSaves.put({ id: change.body.id, position, body: change.body });
      return;
    case 'chat-queue':
      await cache.chatQueues.put({ id: change.body.id, position, body: change.body });
      return;
    case 'presence':
      await cache.presences.put({ id: change.body.id, position, body: change.body });
      return;
    case 'gone':
      await storeGone(cache, change);
  }
};

/** A tombstone stays as a row without a body, so that live lists notice it like any other change. */
const storeGone = async (cache: CacheDb, { of, id, position }: Extract<Change, { kind: 'gone' }>): Promise<void> => {
  switch (of) {
    case 'ticket':
      await cache.tickets.put({ id: id as TicketId, position, body: null });
      await cache.entries.where('ticketId').equals(id).delete();
      return;
    case 'entry':
      await cache.entries.delete(id as EntryId);
      return;
    case 'partition':
      await cache.partitions.delete(id as PartitionId);
      return;
    case 'service':
      await cache.services.delete(id as ServiceId);
      return;
    case 'article':
      await cache.articles.delete(id as ArticleId);
      return;
    case 'record':
      await cache.records.delete(id);
      return;
    case 'flow':
      await cache.flows.delete(id);
      return;
    case 'chat-queue':
      await cache.chatQueues.delete(id);
      return;
    case 'presence':
      await cache.presences.delete(id);
  }
};

/** Stores a ticket with its conversation, or that it is gone, read when the cache was at `position`: what the feed has brought since is newer. */
export const storeConversation = (cache: CacheDb, ticketId: TicketId, position: number, changes: readonly Change[]): Promise<void> =>
  cache.transaction('rw', cache.tickets, cache.entries, async () => {
    const known = await cache.tickets.get(ticketId);
    if (!known || known.position > position) return;
    for (const change of changes) if (['ticket', 'entry', 'gone'].includes(change.kind)) await storeChange(cache, change);
  });

/** Throws away what the desk said, but not how the device and the desk get on. */
export const emptyCache = (cache: CacheDb): Promise<void> =>
  cache.transaction('rw', cache.tables, async () => {
    for (const table of cache.tables) if (table.name !== 'meta') await table.clear();
    await cache.meta.delete('cursor');
  });
