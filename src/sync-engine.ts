/** The sync loop, the live channel, and what sets them off, for the person who is signed in; and how the portal looks for them. */
import { purgeDiscardedDrafts } from './actions/discard-draft.ts';
import type { Backend } from './backends/backend.ts';
import { chooseBackend } from './backends/choose-backend.ts';
import type { PorticoJson } from './contract/portico-json.ts';
import type { TicketId } from './domain/ids.ts';
import { followLook } from './follow-look.ts';
import type { DeviceRecord } from './store/device-record.ts';
import { observeChatting } from './store/observe/chatting.ts';
import { createSignalLine } from './store/observe/signals.ts';
import { observeUnsent } from './store/observe/unsent.ts';
import type { PersonStore } from './store/person-store.ts';
import { keepListening } from './sync/live.ts';
import { browserClock, browserLocks, type SyncDeps } from './sync/ports.ts';
import { readConversation } from './sync/read-conversation.ts';
import { signOut } from './sync/right-person.ts';
import { sendThenPull } from './sync/send-then-pull.ts';
import { createSyncLoop, type SyncLoop } from './sync/sync-loop.ts';

export type SyncEngine = {
  readonly loop: SyncLoop;
  readonly backend: Backend;
  /** Takes up nothing new; resolves when what was running has ended. */
  readonly stop: () => Promise<void>;
  readonly signOut: (keepUnsentWork: boolean) => Promise<void>;
  readonly readConversation: (ticketId: TicketId) => Promise<void>;
};

type EngineDeps = { readonly settings: PorticoJson; readonly store: PersonStore; readonly device: DeviceRecord };

export const startEngine = async ({ settings, store, device }: EngineDeps, onFault: (fault: unknown) => void): Promise<SyncEngine> => {
  const backend = await chooseBackend(settings);
  const deps: SyncDeps = { backend, store, device, clock: browserClock, locks: browserLocks, random: Math.random };
  const loop = createSyncLoop(deps, () => sendThenPull(deps), onFault);
  const stopTriggers = startTriggers(deps, loop, onFault);
  const stopLook = followLook(settings, store);
  loop.nudge(true);
  purgeDiscardedDrafts({ store, now: Date.now }).catch(onFault);
  const stop = async (): Promise<void> => {
    stopTriggers();
    stopLook();
    await loop.stop();
  };
  return {
    loop,
    backend,
    stop,
    signOut: async (keepUnsentWork) => {
      await stop();
      await signOut({ backend, device }, store, keepUnsentWork);
    },
    readConversation: (ticketId) => readConversation({ backend, store }, ticketId),
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
  const queued = observeUnsent(deps.store).subscribe((unsent) => unsent && loop.nudge());
  const stopLive = deps.backend.capabilities.live ? listenWhileWanted(deps, loop, onFault) : () => undefined;
  return () => {
    ending.abort();
    clearInterval(poll);
    queued.unsubscribe();
    stopLive();
  };
};

/**
 * One live stream per browser: given up by a tab that is hidden or frozen, taken over by one that is seen. Whoever chats, or
 * is there for others who do, is heard and hears on while nobody looks.
 */
const listenWhileWanted = (deps: SyncDeps, loop: SyncLoop, onFault: (fault: unknown) => void): (() => void) => {
  let listening: AbortController | null = null;
  const signals = createSignalLine(deps.store);
  let isChatting = false;
  const follow = (): void => {
    const isWanted = document.visibilityState === 'visible' || isChatting;
    if (isWanted && !listening) {
      listening = new AbortController();
      keepListening({ ...deps, onSignal: signals.tell }, listening.signal, loop.nudge).catch(onFault);
    }
    if (!isWanted) stop();
  };
  const stop = (): void => {
    listening?.abort();
    listening = null;
  };
  document.addEventListener('visibilitychange', follow);
  document.addEventListener('freeze', stop);
  document.addEventListener('resume', follow);
  // A line that waits to be tried again need not wait any longer.
  const again = (): void => {
    stop();
    follow();
  };
  addEventListener('online', again);
  const chatting = observeChatting(deps.store).subscribe((value) => {
    isChatting = value;
    follow();
  });
  follow();
  return () => {
    removeEventListener('online', again);
    chatting.unsubscribe();
    document.removeEventListener('visibilitychange', follow);
    document.removeEventListener('freeze', stop);
    document.removeEventListener('resume', follow);
    stop();
    signals.close();
  };
};
