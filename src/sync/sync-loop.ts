/**
 * The sync loop: send first, then pull, and wait well.
 *
 *            nudge / timer / resume
 *   ┌──────┐ ───────────────────▶ ┌─────────────────────────────────────────────┐
 *   │ idle │                      │ round: end a revoked session → send → pull, │
 *   └──────┘ ◀─── caught up ───── │        files beside it                      │
 *      ▲                          └─────────────────────────────────────────────┘
 *      │ timer at retryAt             │ wait            │ sign-in-again      │ update-the-app
 *      │                              ▼                 ▼                    ▼
 *      └───────────────────────── backing off      paused until the      paused until a new
 *                                 (full jitter,    same person signs     version of the portal
 *                                 ≤ 5 min)         in again              asks again
 *
 * Nothing is dropped on any path. The status lives in the cache database, so that all tabs wait and pause together.
 */
import { BackendFailure } from '../backends/backend.ts';
import { readSyncStatus, updateSyncStatus } from '../store/cache.ts';
import { nextDelayMs } from './backoff.ts';
import type { SendDeps } from './ports.ts';

export type SyncLoop = {
  /** Something may have to be sent or read. `byHand`: the person asked, so a back-off is not waited for. */
  readonly nudge: (byHand?: boolean) => void;
  /** The same person signed in again, or a new version was started: a pause is over. */
  readonly resume: () => Promise<void>;
  /** Resolves when no round is running. */
  readonly settled: () => Promise<void>;
  /** Takes up no new round; resolves when the running one has ended. */
  readonly stop: () => Promise<void>;
};

/** What a round does with the desk: `sendThenPull`, or `sendOnly` where no screen is waiting for news. Rejects with what stopped it. */
export type RoundTask = () => Promise<void>;

export const createSyncLoop = (deps: SendDeps, task: RoundTask, onFault: (fault: unknown) => void): SyncLoop => {
  let stopped = false;
  let wanted: 'no' | 'yes' | 'by-hand' = 'no';
  let broken = false;
  let faultsInARow = 0;
  let running: Promise<void> | null = null;
  let callOffTimer: () => void = () => undefined;

  const nudge = (byHand = false): void => {
    if (stopped) return;
    wanted = byHand || wanted === 'by-hand' ? 'by-hand' : 'yes';
    running ??= run().finally(() => {
      running = null;
      // Asked for after the last round had looked, and before it had ended.
      if (wanted !== 'no' && !stopped && !broken) nudge();
    });
  };

  const run = async (): Promise<void> => {
    broken = false;
    while (wanted !== 'no' && !stopped) {
      const byHand = wanted === 'by-hand';
      wanted = 'no';
      try {
        const delayMs = await round(deps, task, byHand);
        faultsInARow = 0;
        callOffTimer();
        if (delayMs !== null && !stopped) callOffTimer = deps.clock.after(delayMs, () => nudge());
      } catch (fault) {
        // A fault of the device (a closed or full database), not of the network: the owner of the loop tells the person.
        broken = true;
        onFault(fault);
        // The database may open again, and what was asked for while this round broke must not wait for the next nudge.
        faultsInARow += 1;
        callOffTimer();
        if (!stopped) callOffTimer = deps.clock.after(nextDelayMs(faultsInARow, null, deps.random()), () => nudge());
        return;
      }
    }
  };

  return {
    nudge,
    resume: async () => {
      await updateSyncStatus(deps.store.cache, (status) => ({ ...status, paused: null, resumed: status.resumed + 1, failures: 0, retryAt: null }));
      nudge();
    },
    settled: async () => {
      while (running) await running;
    },
    stop: async () => {
      stopped = true;
      callOffTimer();
      await running;
    },
  };
};

/** One round. Resolves with how long to wait before the next try, or null when there is no need for one. */
const round = async (deps: SendDeps, task: RoundTask, byHand: boolean): Promise<number | null> => {
  const status = await readSyncStatus(deps.store.cache);
  if (status.paused) return null;
  const now = deps.clock.now();
  // A retryAt far ahead of any back-off was written under another clock.
  const waitMs = Math.min((status.retryAt ?? now) - now, 300_000);
  if (waitMs > 0 && !byHand) return waitMs;
  const failure = await failureOf(task);
  return failure === null ? afterSuccess(deps) : afterFailure(deps, failure, status.resumed);
};

const failureOf = async (task: RoundTask): Promise<BackendFailure | null> => {
  try {
    await task();
    return null;
  } catch (fault) {
    if (fault instanceof BackendFailure) return fault;
    throw fault;
  }
};

const afterSuccess = async (deps: SendDeps): Promise<null> => {
  await updateSyncStatus(deps.store.cache, (status) =>
    status.failures === 0 && status.retryAt === null && status.failingSince === null ? status : { ...status, failures: 0, retryAt: null, failingSince: null },
  );
  return null;
};

const afterFailure = async (deps: SendDeps, failure: BackendFailure, resumedBefore: number): Promise<number | null> => {
  const now = deps.clock.now();
  if (failure.kind === 'sign-in-again' || failure.kind === 'update-the-app') {
    const paused = failure.kind;
    // Somebody signed in again while this was on its way: it is the old session's answer, and the new one is asked at once.
    const { resumed } = await updateSyncStatus(deps.store.cache, (status) =>
      status.resumed === resumedBefore ? { ...status, paused, retryAt: null } : status,
    );
    return resumed === resumedBefore ? null : 0;
  }
  let delayMs = 0;
  await updateSyncStatus(deps.store.cache, (status) => {
    const failures = status.failures + 1;
    delayMs = nextDelayMs(failures, failure.retryAfterMs, deps.random());
    return { ...status, failures, retryAt: now + delayMs, failingSince: status.failingSince ?? now };
  });
  return delayMs;
};
