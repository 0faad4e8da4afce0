/** Whether an analyst is there to chat. Being there is a lease: an open line prolongs it, and without one it runs out. */
import type { PartitionId, PersonId, TicketId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Person } from '../person.ts';

export const availabilities = ['available', 'away', 'offline'] as const;
export type Availability = (typeof availabilities)[number];

/** One for each analyst who is listed for the partition, or was when they took the chat that they are in. */
export type Presence = {
  readonly id: PersonId;
  readonly name: string;
  readonly partitionId: PartitionId;
  readonly availability: Availability;
  /** Since when it is so. */
  readonly since: Instant;
  /** Who set it, where it was somebody else; null for themselves. */
  readonly setBy: { readonly id: PersonId; readonly name: string } | null;
  /** The chat they are in, and with whom. */
  readonly chat: { readonly ticketId: TicketId; readonly with: string } | null;
  /** What keeps them from taking chats. */
  readonly obstacle: ChatObstacle | null;
  /** Has one of their browsers an open line? Left out by a desk that does not say. */
  readonly isThere?: boolean;
};

/** How long a line may be silent before its analyst counts as gone. */
export const leaseMs = 45_000;

/** Could this analyst take a chat this moment? */
export const isFree = ({ availability, chat, obstacle }: Presence): boolean => availability === 'available' && chat === null && obstacle === null;

/** What somebody lacks to take chats (seed 002, statement 3). */
export const chatObstacles = ['not-an-analyst', 'not-listed', 'no-prompt-to-save'] as const;
export type ChatObstacle = (typeof chatObstacles)[number];

export const chatObstacle = ({ rights }: Pick<Person, 'rights'>, isListed: boolean): ChatObstacle | null => {
  if (!rights.includes('chat-analyst')) return 'not-an-analyst';
  if (!isListed) return 'not-listed';
  return rights.includes('prompt-to-save-on-close') ? null : 'no-prompt-to-save';
};
