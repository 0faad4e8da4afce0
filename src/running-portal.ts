/** Everything that runs while somebody is signed in: their store, the sync loop, the live channel, and what sets them off. */
import { v7 } from 'uuid';
import type { ActionDeps } from './actions/action-deps.ts';
import { purgeDiscardedDrafts } from './actions/discard-draft.ts';
import { askForBackgroundSend } from './ask-for-background-send.ts';
import type { Backend } from './backends/backend.ts';
import type { Person } from './domain/person.ts';
import type { DeviceRecord } from './store/device-record.ts';
import { observeOutbox } from './store/observe/outbox.ts';
import { closePersonStore, openPersonStore, type PersonStore } from './store/person-store.ts';
import { keepListening } from './sync/live.ts';
import { browserClock, browserLocks, type SyncDeps } from './sync/ports.ts';
import { createSyncLoop, type SyncLoop } from './sync/sync-loop.ts';

export type RunningPortal = {
  readonly store: PersonStore;
  readonly actions: ActionDeps;
  readonly loop: SyncLoop;
  readonly backend: Backend;
  /** Stops sending, reading and listening, and closes the databases. */
  readonly close: () => Promise<void>;
};

/** `onFault` hears of faults of the device: a database that cannot be written, or a bug. */
export const runPortal = (backend: Backend, backendKey: string, device: DeviceRecord, person: Person, onFault: (fault: unknown) => void): RunningPortal => {
  const store = openPersonStore(backendKey, person);
  const deps: SyncDeps = { backend, store, device, clock: browserClock, locks: browserLocks, random: Math.random };
  const loop = createSyncLoop(deps, onFault);
  const onPerformed = (): void => {
    loop.nudge();
    askForBackgroundSend().catch(onFault);
  };
  const actions: ActionDeps = { store, now: browserClock.now, newId: v7, onPerformed };
  const stopTriggers = startTriggers(deps, loop, onFault);
  purgeDiscardedDrafts(actions).catch(onFault);
  loop.nudge(true);
  return {
    store,
    actions,
    loop,
    backend,
    close: async () => {
      stopTriggers();
      await loop.stop();
      closePersonStore(store);
    },
  };
};

const pollMs = 60_000;

/** `navigator.onLine` and its events are only a reason to look: whether there is a network shows when something is sent. */
const startTriggers = (deps: SyncDeps, loop: SyncLoop, onFault: (fault: unknown) => void): (() => void) => {
  const ending = new AbortController();
  const on = (target: EventTarget, type: string, listener: () => void): void => target.addEventListener(type, listener, { signal: ending.signal });
  on(window, 'online', () => loop.nudge(true));
  on(window, 'offline', () => loop.nudge(true));
  on(window, 'pageshow', () => loop.nudge());
  on(document, 'visibilitychange', () => document.visibilityState === 'visible' && loop.nudge(true));
  const poll = setInterval(() => document.visibilityState === 'visible' && loop.nudge(), pollMs);
  // Whatever another tab queued is sent by this one if that one is gone.
  const queued = observeOutbox(deps.store).subscribe(({ waiting, sending }) => waiting > 0 && !sending && loop.nudge());
  const stopLive = deps.backend.capabilities.live ? listenWhileVisible(deps, loop, onFault) : () => undefined;
  return () => {
    ending.abort();
    clearInterval(poll);
    queued.unsubscribe();
    stopLive();
  };
};

/** One live stream per browser: given up by a tab that is hidden or frozen, taken over by one that is seen. */
const listenWhileVisible = (deps: SyncDeps, loop: SyncLoop, onFault: (fault: unknown) => void): (() => void) => {
  let listening: AbortController | null = null;
  const follow = (): void => {
    const seen = document.visibilityState === 'visible';
    if (seen && !listening) {
      listening = new AbortController();
      keepListening(deps, listening.signal, () => loop.nudge()).catch(onFault);
    }
    if (!seen) stop();
  };
  const stop = (): void => {
    listening?.abort();
    listening = null;
  };
  document.addEventListener('visibilitychange', follow);
  document.addEventListener('freeze', stop);
  document.addEventListener('resume', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    document.removeEventListener('freeze', stop);
    document.removeEventListener('resume', follow);
    stop();
  };
};
