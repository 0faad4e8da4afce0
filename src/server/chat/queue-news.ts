/** A queue and its analysts as they stand now, and what of it nobody has been told yet. */
import { waitsKept, type ChatQueue } from '../../domain/chat/chat-queue.ts';
import { chatObstacle, isFree, type Presence } from '../../domain/chat/presence.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PartitionId, PersonId, TicketId } from '../../domain/ids.ts';
import { audiences, type FeedRow } from '../feed/write-feed.ts';
import { isListed, readChatPolicy, readPeople } from './chat-list.ts';
import { readThere } from './lease.ts';
import { isQueueOnline, readPresences, type Reading } from './chat-records.ts';

export type QueueNow = { readonly queue: ChatQueue; readonly presences: readonly Presence[] };

/** Null where there is no chat. */
export const readQueue = async (reading: Reading, partitionId: PartitionId, now: Instant): Promise<QueueNow | null> => {
  const policy = await readChatPolicy(reading, partitionId);
  if (!policy) return null;
  const open = await reading.selectFrom('chats').selectAll().where('partition_id', '=', partitionId).where('state', '=', 'open').execute();
  // Whoever is listed no more is in the chat that they are in all the same.
  const ids = new Set([...policy.listedIds, ...open.map(({ analyst_id }) => analyst_id as PersonId)]);
  const people = (await readPeople(reading, [...ids])).filter((person) => person.partitionId === partitionId);
  const said = await readPresences(
    reading,
    people.map(({ id }) => id),
  );
  const there = await readThere(reading, now);
  const presences = people.map((person): Presence => {
    const { availability, since, setBy } = said.get(person.id) ?? { availability: 'offline' as const, since: 0, setBy: null };
    const chat = open.find(({ analyst_id }) => analyst_id === person.id);
    return {
      id: person.id,
      name: person.name,
      partitionId,
      availability,
      since,
      setBy,
      chat: chat ? { ticketId: chat.ticket_id as TicketId, with: chat.requester_name } : null,
      obstacle: chatObstacle(person, isListed(policy, person)),
      isThere: there.has(person.id),
    };
  });
  const queue: ChatQueue = {
    id: partitionId,
    isOnline: await isQueueOnline(reading, partitionId),
    free: presences.filter(isFree).length,
    there: presences.filter(({ availability, obstacle }) => availability !== 'offline' && obstacle === null).length,
    waiting: await readWaiting(reading, partitionId),
    recentWaitsMs: await readRecentWaits(reading, partitionId),
  };
  return { queue, presences };
};

const readWaiting = async (reading: Reading, partitionId: PartitionId): Promise<readonly number[]> => {
  const rows = await reading
    .selectFrom('chats')
    .select('asked_at')
    .where('partition_id', '=', partitionId)
    .where('state', '=', 'waiting')
    .orderBy('asked_at')
    .execute();
  return rows.map(({ asked_at }) => Number(asked_at));
};

const readRecentWaits = async (reading: Reading, partitionId: PartitionId): Promise<readonly number[]> => {
  const rows = await reading
    .selectFrom('chats')
    .select(['asked_at', 'answered_at'])
    .where('partition_id', '=', partitionId)
    .where('answered_at', 'is not', null)
    .orderBy('answered_at', 'desc')
    .limit(waitsKept)
    .execute();
  return rows.map(({ asked_at, answered_at }) => Number(answered_at) - Number(asked_at)).toReversed();
};

/** The queue is for everybody of its partition, who is there for those who take or watch over chats. */
export const queueRows = ({ queue, presences }: QueueNow): readonly FeedRow[] => [
  { audience: audiences.partition(queue.id), kind: 'chat-queue', entityId: queue.id, body: queue },
  ...presences.map(presenceRow),
];

const presenceRow = (presence: Presence): FeedRow => ({
  audience: audiences.chatDesk(presence.partitionId),
  kind: 'presence',
  entityId: presence.id,
  body: presence,
});

/** What is to be told of one person in this partition now. */
export const presenceRowsOf = async (reading: Reading, partitionId: PartitionId, personId: PersonId, now: Instant): Promise<readonly FeedRow[]> =>
  ((await readQueue(reading, partitionId, now))?.presences ?? []).filter(({ id }) => id === personId).map(presenceRow);

/** Of these rows, those that the feed does not hold as they are; and word of whoever is listed no more. */
export const untold = async (reading: Reading, partitionId: PartitionId, now: QueueNow | null): Promise<readonly FeedRow[]> => {
  const audience = audiences.chatDesk(partitionId);
  const told = await reading
    .selectFrom('feed')
    .select(['audience', 'kind', 'entity_id', 'body'])
    .where((where) =>
      where.or([
        where.and([where('audience', '=', audience), where('kind', '=', 'presence')]),
        where.and([where('audience', '=', audiences.partition(partitionId)), where('kind', '=', 'chat-queue')]),
      ]),
    )
    .execute();
  const rows = now ? queueRows(now) : [];
  const bodyOf = (row: FeedRow): string | null | undefined => told.find(({ kind, entity_id }) => kind === row.kind && entity_id === row.entityId)?.body;
  const gone = told.filter(({ kind, entity_id, body }) => body !== null && !rows.some((row) => row.kind === kind && row.entityId === entity_id));
  return [
    ...rows.filter((row) => bodyOf(row) !== JSON.stringify(row.body)),
    ...gone.map((row): FeedRow => ({ audience: row.audience, kind: row.kind as FeedRow['kind'], entityId: row.entity_id, body: null })),
  ];
};
