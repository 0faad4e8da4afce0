/** Keeps the chats going while the server runs: looks every second for what time has done, and tells how the queues stand. */
import { leaseMs } from '../../domain/chat/presence.ts';
import { factsOfFault } from '../log.ts';
import type { ServerDeps } from '../server-deps.ts';
import { prolongLeases } from './lease.ts';
import { sweepChats } from './sweep-chats.ts';
import { tellQueues } from './tell-queues.ts';

/** Without any word of a change, queues are looked at this often: another server may have been lost before it told. */
const looksUntilAnyway = 15;
/** Three times in the life of a lease, by the clock: looks take longer where there is much to do. */
const prolongedEveryMs = leaseMs / 3;

export const keepChats = (deps: ServerDeps, everyMs = 1_000): void => {
  const startedAt = deps.now();
  let looks = 0;
  let hasChanged = true;
  let isLooking = false;
  const stopWatching = deps.watch.onCommit(() => (hasChanged = true));
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      // After a stop lines need a moment to come back: nobody is gone because the server was.
      if (deps.now() - startedAt > leaseMs) await sweepChats(deps);
      looks += 1;
      if (hasChanged || looks % looksUntilAnyway === 0) {
        hasChanged = false;
        await tellQueues(deps);
      }
    } catch (fault) {
      hasChanged = true;
      deps.log('fault', factsOfFault(fault));
    } finally {
      isLooking = false;
    }
  };
  const prolong = (): void => void prolongLeases(deps).catch((fault: unknown) => deps.log('fault', factsOfFault(fault)));
  const timers = [setInterval(() => void look(), everyMs), setInterval(prolong, prolongedEveryMs)];
  deps.stopping.addEventListener(
    'abort',
    () => {
      timers.forEach(clearInterval);
      stopWatching();
    },
    { once: true },
  );
};
