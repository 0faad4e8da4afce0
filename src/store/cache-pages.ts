/** The cache is written from the desk's words only, page by page, never backwards. */
import type { Table } from 'dexie';
import type { Change, ChangesPage } from '../contract/change.ts';
import type { TicketId } from '../domain/ids.ts';
import type { CacheDb, CacheRow, CursorRow } from './cache-db.ts';
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
    case 'gone':
      return storeGone(cache, change);
    case 'flow':
      await cache.flows.put({ id: flowKey(change.body), position, body: change.body });
      return;
    case 'entry':
      await cache.entries.put({ id: change.body.id, ticketId: change.body.ticketId, position, body: change.body });
      return;
    case 'record':
      await cache.records.put({ id: `${change.body.of}/${change.body.body.id}`, position, body: change.body });
      return;
    default:
      await tableOf(cache, change.kind).put({ id: change.body.id, position, body: change.body });
  }
};

/** A tombstone of a ticket stays as a row without a body, so that live lists notice it like any other change. */
const storeGone = async (cache: CacheDb, { of, id, position }: Extract<Change, { kind: 'gone' }>): Promise<void> => {
  if (of !== 'ticket') return tableOf(cache, of).delete(id);
  await cache.tickets.put({ id: id as TicketId, position, body: null });
  await cache.entries.where('ticketId').equals(id).delete();
};

/** Where things of a kind are kept, by their id. */
const tableOf = (cache: CacheDb, kind: Exclude<Change['kind'], 'gone'>): Table<CacheRow<string, unknown>, string> => cache.table(tableNames[kind]);

const tableNames = {
  person: 'people',
  partition: 'partitions',
  service: 'services',
  flow: 'flows',
  article: 'articles',
  ticket: 'tickets',
  entry: 'entries',
  settings: 'settings',
  'settings-save': 'settingsSaves',
  record: 'records',
  'record-save': 'recordSaves',
  'chat-queue': 'chatQueues',
  presence: 'presences',
} as const satisfies Readonly<Record<Exclude<Change['kind'], 'gone'>, keyof CacheDb>>;

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
