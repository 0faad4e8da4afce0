/** The queue of a partition: what everybody may know of it, and what follows from that. Nothing in it names anybody. */
import type { PartitionId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { isWithinHours } from './within-hours.ts';
import type { ChatOffering } from './chat-offering.ts';

export type ChatQueue = {
  readonly id: PartitionId;
  /** The chat manager's switch. */
  readonly isOnline: boolean;
  /** Analysts who could take a chat this moment, and all who are not offline. */
  readonly free: number;
  readonly there: number;
  /** Since when each one waits, the longest first. */
  readonly waiting: readonly Instant[];
  /** How long the last ones who were answered had waited, in milliseconds, the newest last. */
  readonly recentWaitsMs: readonly number[];
};

export type ChatOffer =
  | 'open'
  /** Chat is not for this partition, or a chat manager has closed the queue. */
  | 'off'
  | 'out-of-hours'
  /** Every analyst is offline. */
  | 'nobody-there';

/** Can somebody ask for a chat now? The same rule for the screen and for the backend; what is not known yet is off. */
export const chatOffer = (queue: ChatQueue | null, offering: ChatOffering | null, now: Instant): ChatOffer => {
  if (!queue?.isOnline || !offering?.enabled) return 'off';
  if (!isWithinHours(offering.hours, now)) return 'out-of-hours';
  return queue.there > 0 ? 'open' : 'nobody-there';
};

/** The first is 1. Two who asked in the same millisecond share a place. */
export const placeInQueue = (waiting: readonly Instant[], since: Instant): number => waiting.filter((other) => other < since).length + 1;

/** How long it usually takes until somebody answers: the middle one of the last waits; null while there are none. */
export const waitEstimateMs = (recentWaitsMs: readonly number[]): number | null => {
  const inOrder = recentWaitsMs.toSorted((one, other) => one - other);
  return inOrder[Math.floor((inOrder.length - 1) / 2)] ?? null;
};

/** So many of the last waits are kept for the estimate. */
export const waitsKept = 15;
