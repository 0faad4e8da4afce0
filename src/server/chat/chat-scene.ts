/** What the rules are told of chat when the reference backend judges. */
import type { Transaction } from 'kysely';
import type { TicketAction } from '../../domain/action.ts';
import { chatOffer } from '../../domain/chat/chat-queue.ts';
import { usualChatTemplate } from '../../domain/chat/chat-policy.ts';
import { chatObstacle } from '../../domain/chat/presence.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PartitionId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Scene } from '../../domain/scene.ts';
import type { Schema } from '../database/schema.ts';
import { isListed, readChatPolicy } from './chat-list.ts';
import { isInChat, openChatsOf, readPresence } from './chat-records.ts';
import { readQueue } from './queue-news.ts';

/** Nothing where the action is none that asks for it. */
export const chatSceneFor = async (
  transaction: Transaction<Schema>,
  actor: Person,
  action: TicketAction,
  partitionId: PartitionId,
  now: Instant,
): Promise<Pick<Scene, 'chat'>> => {
  switch (action.kind) {
    case 'ask-chat':
    case 'leave-message':
      return { chat: { ...notThere, ...(await asPerson(transaction, actor, partitionId, now)) } };
    case 'accept-chat':
      return { chat: { ...notThere, ...(await asAnalyst(transaction, actor, partitionId)) } };
    default:
      return {};
  }
};

const notThere: NonNullable<Scene['chat']> = { offer: 'off', isElsewhere: false, template: usualChatTemplate, obstacle: 'not-an-analyst', isFree: false };

const asPerson = async (transaction: Transaction<Schema>, actor: Person, partitionId: PartitionId, now: Instant) => {
  const policy = await readChatPolicy(transaction, partitionId);
  if (!policy) return {};
  const queue = (await readQueue(transaction, partitionId))?.queue ?? null;
  return { offer: chatOffer(queue, policy, now), isElsewhere: await isInChat(transaction, actor.id), template: policy.template };
};

const asAnalyst = async (transaction: Transaction<Schema>, actor: Person, partitionId: PartitionId) => {
  const { availability } = await readPresence(transaction, actor.id);
  return {
    obstacle: chatObstacle(actor, isListed(await readChatPolicy(transaction, partitionId), actor)),
    isFree: availability === 'available' && (await openChatsOf(transaction, actor.id)).length === 0,
  };
};
