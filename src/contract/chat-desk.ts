/** What crosses the wire of who is there to chat, and of who waits: opened by the screens of chat alone. */
import * as v from 'valibot';
import type { ChatQueue } from '../domain/chat/chat-queue.ts';
import { availabilities, chatObstacles, type Presence } from '../domain/chat/presence.ts';
import type { PartitionId, PersonId, TicketId } from '../domain/ids.ts';
import { givenId, instant } from './ids.ts';

export const chatQueueSchema = v.object({
  id: givenId<PartitionId>(),
  isOnline: v.boolean(),
  free: v.number(),
  there: v.number(),
  waiting: v.array(instant),
  recentWaitsMs: v.array(v.number()),
}) satisfies v.GenericSchema<unknown, ChatQueue>;

export const presenceSchema = v.object({
  id: givenId<PersonId>(),
  name: v.string(),
  partitionId: givenId<PartitionId>(),
  availability: v.picklist(availabilities),
  since: instant,
  setBy: v.nullable(v.object({ id: givenId<PersonId>(), name: v.string() })),
  chat: v.nullable(v.object({ ticketId: givenId<TicketId>(), with: v.string() })),
  obstacle: v.nullable(v.picklist(chatObstacles)),
  isThere: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<unknown, Presence>;
