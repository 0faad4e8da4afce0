/** Keeps sending while the server runs: soon after each commit, and again when a try that failed is due. */
import { setTimeout as pause } from 'node:timers/promises';
import { createBell } from '../feed/bell.ts';
import type { FeedWatch } from '../feed/feed-watch.ts';
import { factsOfFault } from '../log.ts';
import { sendDueMails, type MailDeps } from './send-mails.ts';

type SenderDeps = MailDeps & { readonly watch: FeedWatch; readonly stopping: AbortSignal };

export type MailSender = {
  /** Resolves when nothing is being sent any more; what takes too long is sent again after the next start. */
  readonly ended: () => Promise<void>;
};

/** At the latest: on PostgreSQL another server may have died with letters in its hand. */
const lookAgainMs = 60_000;
/** A busy desk commits a thousand times a second, and letters have time. */
const gatherMs = 100;
const patienceMs = 5_000;

export const startMailSender = (deps: SenderDeps): MailSender => {
  const bell = createBell();
  const stopListening = deps.watch.onCommit(bell.ring);
  deps.stopping.addEventListener('abort', () => bell.ring(), { once: true });
  const run = async (): Promise<void> => {
    while (!deps.stopping.aborted) {
      const dueAt = await sendNow(deps);
      const timer = setTimeout(bell.ring, Math.min(lookAgainMs, Math.max(0, (dueAt ?? Infinity) - deps.now())));
      await bell.rung();
      clearTimeout(timer);
      await pause(gatherMs);
    }
    stopListening();
  };
  const running = run();
  return { ended: () => Promise.race([running, pause(patienceMs)]) };
};

/** A database that cannot be asked just now is asked again. */
const sendNow = async (deps: SenderDeps): Promise<number | null> => {
  try {
    return await sendDueMails(deps);
  } catch (fault) {
    deps.log('fault', factsOfFault(fault));
    return null;
  }
};
