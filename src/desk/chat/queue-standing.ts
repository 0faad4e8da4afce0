/** Can people ask for a chat, and if not, what keeps them from it? The first thing that does is said. */
import type { ChatOffering } from '../../domain/chat/chat-offering.ts';
import { chatOffer, type ChatQueue } from '../../domain/chat/chat-queue.ts';
import type { Instant } from '../../domain/instant.ts';

export type QueueStanding =
  /** An administrator switched chat off: the manager's switch does nothing until it is on again. */
  | 'off'
  /** A chat manager did. */
  | 'offline'
  | 'outOfHours'
  | 'online';

export const queueStanding = (queue: ChatQueue, offering: ChatOffering | null | undefined, now: Instant): QueueStanding => {
  if (!offering?.enabled) return 'off';
  if (!queue.isOnline) return 'offline';
  return chatOffer(queue, offering, now) === 'out-of-hours' ? 'outOfHours' : 'online';
};
