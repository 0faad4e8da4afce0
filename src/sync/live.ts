/**
 * The live channel: the stream of changes, left open by one tab for all. Whoever holds the lock listens and writes the
 * cache; the others see it by live reads, and take over when the tab is hidden or closed.
 */
import { BackendFailure } from '../backends/backend.ts';
import type { HeardSignal } from '../contract/signal.ts';
import type { CursorRow } from '../store/cache-db.ts';
import { readCursor, readSyncStatus } from '../store/cache.ts';
import { nextDelayMs } from './backoff.ts';
import type { SyncDeps } from './ports.ts';
import { startOver, takePage } from './pull-changes.ts';

/** `onSignal` hears what others signal meanwhile. */
type ListeningDeps = SyncDeps & { readonly onSignal: (heard: HeardSignal) => void };

/** Told true when a stream is heard again: the desk is there, and nothing need wait for it. Told false when it has ended. */
type OnTurn = (isHeard: boolean) => void;

/** Listens until the signal aborts. Whoever sends is told of each turn, so that they find out why, or wait no longer. */
export const keepListening = async (deps: ListeningDeps, signal: AbortSignal, onTurn: OnTurn): Promise<void> => {
  try {
    await deps.locks.withLock(`portico:live:${deps.store.outbox.name}`, () => listenAgain(deps, signal, onTurn), signal);
  } catch (fault) {
    // Giving up the wait for the lock is how a hidden tab leaves.
    if (!signal.aborted) throw fault;
  }
};

const listenAgain = async (deps: ListeningDeps, signal: AbortSignal, onTurn: OnTurn): Promise<void> => {
  for (let failures = 0; !signal.aborted;) {
    const { paused } = await readSyncStatus(deps.store.cache);
    // After a stream that was heard the next try is soon; a pause ends with the page being told, so it is looked at in turn.
    failures = !paused && (await listenOnce(deps, signal, () => failures > 0 && onTurn(true))) ? 1 : failures + 1;
    if (signal.aborted) return;
    if (!paused) onTurn(false);
    await delay(deps, nextDelayMs(Math.min(failures, 6), null, deps.random()) + 250, signal);
  }
};

/** True when at least one page was heard. */
const listenOnce = async (deps: ListeningDeps, signal: AbortSignal, onHeard: () => void): Promise<boolean> => {
  let heard = false;
  let since: CursorRow | null = await readCursor(deps.store.cache);
  try {
    await deps.backend.listen(
      deps.store.person.id,
      since?.cursor ?? null,
      async (page) => {
        await takePage(deps, since, page);
        since = { key: 'cursor', cursor: page.cursor, position: page.position, caughtUp: !page.more };
        if (!heard) onHeard();
        heard = true;
      },
      signal,
      deps.onSignal,
    );
  } catch (fault) {
    if (!(fault instanceof BackendFailure)) throw fault;
    // Every other kind is the sync loop's to deal with: it asks the same backend next.
    if (fault.kind === 'start-over') await startOver(deps);
  }
  return heard;
};

const delay = (deps: SyncDeps, delayMs: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const callOff = deps.clock.after(delayMs, resolve);
    signal.addEventListener(
      'abort',
      () => {
        callOff();
        resolve();
      },
      { once: true },
    );
  });
