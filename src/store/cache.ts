/** Where the cache stands: how far the desk was read, and how the device and the desk get on. */
import type { CacheDb, CursorRow, SyncStatus } from './cache-db.ts';

export const readCursor = async (cache: CacheDb): Promise<CursorRow | null> => {
  const row = await cache.meta.get('cursor');
  return row?.key === 'cursor' ? row : null;
};

export const flowKey = (flow: { readonly id: string; readonly version: number }): string => `${flow.id}@${flow.version}`;

const calm: SyncStatus = { key: 'sync', paused: null, resumed: 0, failures: 0, retryAt: null, failingSince: null, lastContactAt: null, clockOffsetMs: 0 };

export const readSyncStatus = async (cache: CacheDb): Promise<SyncStatus> => {
  const row = await cache.meta.get('sync');
  return row?.key === 'sync' ? { ...calm, ...row } : calm;
};

/** `next` gives back the very status it was given where nothing changes: then nothing is written, and no screen reads anew. */
export const updateSyncStatus = (cache: CacheDb, next: (status: SyncStatus) => SyncStatus): Promise<SyncStatus> =>
  cache.transaction('rw', cache.meta, async () => {
    const before = await readSyncStatus(cache);
    const status = next(before);
    if (status !== before) await cache.meta.put(status);
    return status;
  });
