/** What the rules are told of chat when the reference backend judges. */
import type { Transaction } from 'kysely';
import type { TicketAction } from '../../domain/action.ts';
import { chatOffer } from '../../domain/chat/chat-queue.ts';
import { chatObstacle } from '../../domain/chat/presence.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PartitionId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Scene } from '../../domain/scene.ts';
import type { BatchRecords } from '../actions/batch-records.ts';
import { callFrom } from '../records/call-from.ts';
import type { Schema } from '../database/schema.ts';
import { isListed, readChatPolicy } from './chat-list.ts';
import { isInChat, openChatsOf, readPresence } from './chat-records.ts';
import { readQueue } from './queue-news.ts';

type Judging = { readonly transaction: Transaction<Schema>; readonly records: Pick<BatchRecords, 'deskRecords'> };

/** Nothing where the action is none that asks for it. */
export const chatSceneFor = async (
  judging: Judging,
  actor: Person,
  action: TicketAction,
  partitionId: PartitionId,
  now: Instant,
): Promise<Pick<Scene, 'chat'>> => {
  switch (action.kind) {
    case 'ask-chat':
    case 'leave-message':
      return { chat: { ...notThere, ...(await asPerson(judging, actor, partitionId, now, action.data.text)) } };
    case 'accept-chat':
      return { chat: { ...notThere, ...(await asAnalyst(judging.transaction, actor, partitionId)) } };
    default:
      return {};
  }
};

const notThere: NonNullable<Scene['chat']> = { offer: 'off', isElsewhere: false, call: null, obstacle: 'not-an-analyst', isFree: false };

const asPerson = async ({ transaction, records }: Judging, actor: Person, partitionId: PartitionId, now: Instant, text: string) => {
  const policy = await readChatPolicy(transaction, partitionId);
  if (!policy) return {};
  const queue = (await readQueue(transaction, partitionId, now))?.queue ?? null;
  const known = await records.deskRecords();
  const template = known['call-template'].find(({ id }) => id === policy.template);
  const call = template ? callFrom(template, known, { source: 'chat', partitionId, text }) : null;
  return { offer: chatOffer(queue, policy, now), isElsewhere: await isInChat(transaction, actor.id), call };
};

const asAnalyst = async (transaction: Transaction<Schema>, actor: Person, partitionId: PartitionId) => {
  const { availability } = await readPresence(transaction, actor.id);
  return {
    obstacle: chatObstacle(actor, isListed(await readChatPolicy(transaction, partitionId), actor)),
    isFree: availability === 'available' && (await openChatsOf(transaction, actor.id)).length === 0,
  };
};
