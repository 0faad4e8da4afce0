/** The change feed: one row per audience and thing, moved to the end whenever the thing changes. */
import type { Transaction } from 'kysely';
import type { Partition } from '../../domain/partition.ts';
import { isForDeskOnly, type Entry, type Ticket } from '../../domain/ticket.ts';
import { announceFeed } from './follow-other-writers.ts';
import { inParts } from '../database/in-parts.ts';
import type { Schema } from '../database/schema.ts';
import { entryForPeople, partitionForPeople, ticketForPeople } from './told-to-people.ts';

type FeedKind =
  | 'person'
  | 'partition'
  | 'service'
  | 'flow'
  | 'article'
  | 'ticket'
  | 'entry'
  | 'settings'
  | 'settings-save'
  | 'record'
  | 'record-save'
  | 'chat-queue'
  | 'presence';

/** Whom a row is for. */
export const audiences = {
  person: (personId: string) => `person:${personId}`,
  partition: (partitionId: string) => `partition:${partitionId}`,
  desk: (partitionId: string) => `desk:${partitionId}`,
  /** Those who take its chats or watch over them. */
  chatDesk: (partitionId: string) => `chat-desk:${partitionId}`,
  /** Everybody who sets what partitions decide. */
  setup: () => 'setup',
  /** Those who listen with this session: told nothing but that it is over. */
  session: (tokenHash: string) => `session:${tokenHash}`,
};

export type FeedRow = { readonly audience: string; readonly kind: FeedKind; readonly entityId: string; readonly body: unknown };

/**
 * Writes rows at the end of the feed and returns the position reached. The one row of `feed_head` stays locked until the
 * transaction commits, so positions are committed in their order and a reader can never miss one. `awaiting`: audiences that
 * are to be woken at once, besides those of the rows.
 */
export const writeFeed = async (transaction: Transaction<Schema>, rows: readonly FeedRow[], awaiting: readonly string[] = []): Promise<number> => {
  const head = await transaction
    .updateTable('feed_head')
    .set((expression) => ({ position: expression('position', '+', rows.length) }))
    .returning('position')
    .executeTakeFirstOrThrow();
  const first = Number(head.position) - rows.length + 1;
  const placed = rows.map((row, index) => ({
    audience: row.audience,
    kind: row.kind,
    entity_id: row.entityId,
    position: first + index,
    body: row.body === null ? null : JSON.stringify(row.body),
  }));
  await announceFeed(transaction, awaiting);
  for (const part of inParts(placed, 20)) {
    await transaction
      .insertInto('feed')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['audience', 'kind', 'entity_id']).doUpdateSet((row) => ({ position: row.ref('excluded.position'), body: row.ref('excluded.body') })),
      )
      .execute();
  }
  return Number(head.position);
};

/** The rules of a partition are for everybody in it. */
export const partitionRow = (partition: Partition): FeedRow => ({
  audience: audiences.partition(partition.id),
  kind: 'partition',
  entityId: partition.id,
  body: partitionForPeople(partition),
});

/** A ticket is for its requester and for the desk of its partition; an analyst who is both goes by the desk's row, which comes last. */
export const ticketRows = (ticket: Ticket): readonly FeedRow[] => [
  { audience: audiences.person(ticket.requester.id), kind: 'ticket', entityId: ticket.id, body: ticketForPeople(ticket) },
  { audience: audiences.desk(ticket.partitionId), kind: 'ticket', entityId: ticket.id, body: ticket },
];

/** Who waits for what happens on it: the analyst who talks there reads as one of the desk, and is told as if they were alone. */
export const awaitingAudiences = ({ chat }: Ticket): readonly string[] => {
  const talking = chat?.facts.findLast((fact) => fact.kind === 'accepted');
  return talking ? [audiences.person(talking.by.id)] : [];
};

/** So is what happened on it, but for what never leaves the desk. */
export const entryRows = (entry: Entry, ticket: Ticket): readonly FeedRow[] => {
  const desk: FeedRow = { audience: audiences.desk(ticket.partitionId), kind: 'entry', entityId: entry.id, body: entry };
  return isForDeskOnly(entry.body) ? [desk] : [{ ...desk, audience: audiences.person(ticket.requester.id), body: entryForPeople(entry) }, desk];
};
