/** What a batch reads and leaves behind: each record read once, and saved once, however many of its actions touch it. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { partitionSchema } from '../../contract/partition.ts';
import { answerSchema, type Answer } from '../../contract/receipt.ts';
import { ticketSchema } from '../../contract/ticket.ts';
import type { ActionId, PartitionId, PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Partition } from '../../domain/partition.ts';
import type { DeskRecords } from '../../domain/records/desk-record.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { inParts } from '../database/in-parts.ts';
import type { Schema } from '../database/schema.ts';
import { readRecords } from '../records/read-records.ts';

/** A ticket, and the time of the last thing that happened on it. */
export type TicketRecord = { readonly ticket: Ticket; readonly lastAt: Instant };
type StoredReceipt = { readonly personId: string; readonly hash: string; readonly answer: Answer };

export type BatchRecords = {
  /** Of the ids that were named at the start. */
  readonly receipt: (id: ActionId) => StoredReceipt | undefined;
  readonly ticket: (id: string) => Promise<TicketRecord | null>;
  readonly partition: (id: PartitionId) => Promise<Partition>;
  /** Of all there are. */
  readonly partitionIds: () => Promise<ReadonlySet<string>>;
  /** Everything that administrators keep. */
  readonly deskRecords: () => Promise<DeskRecords>;
  /** Something of it was saved: it is read again. */
  readonly forgetDeskRecords: () => void;
  /** Something was undone: all is read again but the tickets that are kept. */
  readonly forgetRead: () => void;
  /** It was saved as this says: the rest of the batch goes by it. */
  readonly keepPartition: (partition: Partition) => void;
  /** From now on the ticket is as this says. */
  readonly keepTicket: (record: TicketRecord) => void;
  readonly saveTickets: () => Promise<void>;
};

export const createBatchRecords = async (transaction: Transaction<Schema>, receiptIds: readonly ActionId[]): Promise<BatchRecords> => {
  const receipts = await readReceipts(transaction, receiptIds);
  const partitions = new Map<PartitionId, Partition>();
  const read = new Map<string, TicketRecord>();
  const kept = new Map<string, TicketRecord>();
  let deskRecords: DeskRecords | null = null;
  return {
    receipt: (id) => receipts.get(id),
    ticket: async (id) => {
      const record = kept.get(id) ?? read.get(id) ?? (await readTicket(transaction, id));
      if (record) read.set(id, record);
      return record;
    },
    partition: async (id) => {
      const partition = partitions.get(id) ?? (await readPartition(transaction, id));
      partitions.set(id, partition);
      return partition;
    },
    partitionIds: async () => new Set((await transaction.selectFrom('partitions').select('id').execute()).map(({ id }) => id)),
    deskRecords: async () => (deskRecords ??= await readRecords(transaction)),
    forgetDeskRecords: () => {
      deskRecords = null;
    },
    forgetRead: () => {
      deskRecords = null;
      partitions.clear();
      read.clear();
    },
    keepPartition: (partition) => void partitions.set(partition.id, partition),
    keepTicket: (record) => void kept.set(record.ticket.id, record),
    saveTickets: () => saveTickets(transaction, [...kept.values()]),
  };
};

const readReceipts = async (transaction: Transaction<Schema>, ids: readonly ActionId[]): Promise<ReadonlyMap<string, StoredReceipt>> => {
  const receipts = new Map<string, StoredReceipt>();
  for (const part of inParts(ids, 100)) {
    const rows = await transaction.selectFrom('receipts').selectAll().where('action_id', 'in', part).execute();
    for (const row of rows)
      receipts.set(row.action_id, { personId: row.person_id, hash: row.payload_hash, answer: v.parse(answerSchema, JSON.parse(row.answer)) });
  }
  return receipts;
};

const readTicket = async (transaction: Transaction<Schema>, id: string): Promise<TicketRecord | null> => {
  const row = await transaction.selectFrom('tickets').select(['body', 'last_at']).where('id', '=', id).executeTakeFirst();
  return row ? { ticket: v.parse(ticketSchema, JSON.parse(row.body)), lastAt: row.last_at } : null;
};

const readPartition = async (transaction: Transaction<Schema>, id: PartitionId): Promise<Partition> => {
  const row = await transaction.selectFrom('partitions').select('body').where('id', '=', id).executeTakeFirstOrThrow();
  return v.parse(partitionSchema, JSON.parse(row.body));
};

const saveTickets = async (transaction: Transaction<Schema>, records: readonly TicketRecord[]): Promise<void> => {
  for (const part of inParts(records, 20)) {
    await transaction
      .insertInto('tickets')
      .values(part.map(ticketRow))
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((row) => ({ requester_id: row.ref('excluded.requester_id'), last_at: row.ref('excluded.last_at'), body: row.ref('excluded.body') })),
      )
      .execute();
  }
};

const ticketRow = ({ ticket, lastAt }: TicketRecord): Schema['tickets'] => ({
  id: ticket.id,
  requester_id: ticket.requester.id,
  partition_id: ticket.partitionId,
  last_at: lastAt,
  body: JSON.stringify(ticket),
});

/** Answers, given for ever under the ids of their actions. */
export const saveReceipts = async (
  transaction: Transaction<Schema>,
  personId: PersonId,
  receipts: readonly { readonly answer: Answer; readonly hash: string }[],
): Promise<void> => {
  const rows = receipts.map(({ answer, hash }) => ({ action_id: answer.id, person_id: personId, payload_hash: hash, answer: JSON.stringify(answer) }));
  for (const part of inParts(rows, 20)) await transaction.insertInto('receipts').values(part).execute();
};
