/** Reads what the desk said since the cursor, page by page, and lets go of overlays that the cache now shows. */
import { BackendFailure } from '../backends/backend.ts';
import type { ChangesPage } from '../contract/change.ts';
import type { CursorRow } from '../store/cache-db.ts';
import { emptyCache, storePage } from '../store/cache-pages.ts';
import { readCursor, updateSyncStatus } from '../store/cache.ts';
import { forgetArrivedFiles } from '../store/files.ts';
import { doneSoFar, pruneShown } from '../store/outbox-delivery.ts';
import type { SyncDeps } from './ports.ts';

/** Resolves when the device has caught up. */
export const pullChanges = async (deps: SyncDeps): Promise<void> => {
  const doneBefore = await doneSoFar(deps.store.outbox);
  for (;;) {
    const since = await readCursor(deps.store.cache);
    const page = await readPage(deps, since);
    if (page === null) continue;
    await takePage(deps, since, page, doneBefore);
    if (!page.more) return;
  }
};

/** Null when the feed begins anew: the cache was thrown away, and the next reading starts from the beginning. */
const readPage = async (deps: SyncDeps, since: CursorRow | null): Promise<ChangesPage | null> => {
  try {
    return await deps.backend.changes(deps.store.person.id, since?.cursor ?? null);
  } catch (fault) {
    if (!(fault instanceof BackendFailure) || fault.kind !== 'start-over' || since === null) throw fault;
    await startOver(deps);
    return null;
  }
};

export const startOver = (deps: SyncDeps): Promise<void> => emptyCache(deps.store.cache);

const nothing: ReadonlySet<number> = new Set();

/** Stores one page, from a reading or from the live stream; `doneBefore` is what was done before the reading began. */
export const takePage = async (deps: SyncDeps, since: CursorRow | null, page: ChangesPage, doneBefore: ReadonlySet<number> = nothing): Promise<void> => {
  const { outbox, cache } = deps.store;
  const now = deps.clock.now();
  // In one transaction: screens read anew once for both.
  await cache.transaction('rw', cache.tables, async () => {
    await storePage(cache, since, page);
    await updateSyncStatus(cache, (status) => ({ ...status, lastContactAt: now, clockOffsetMs: page.serverTime - now }));
  });
  const reached = await readCursor(cache);
  if (!reached?.caughtUp) return;
  // A page that was dropped because the cache was thrown away under it has shown nothing.
  const hasPage = reached.position >= page.position && !page.more;
  await pruneShown(outbox, reached.position, hasPage ? doneBefore : nothing);
  await forgetArrivedFiles(deps.store);
};
