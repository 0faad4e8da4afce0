import type { Kysely, Selectable, Transaction } from 'kysely';
import * as v from 'valibot';
import { entrySchema, ticketSchema } from '../../contract/ticket.ts';
import type { Entry } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';
import { entryRows, writeFeed, type FeedRow } from '../feed/write-feed.ts';

type File = Selectable<Schema['files']>;

/** All bytes of this file are here, verified: it has arrived, for everybody who sees it. */
export const settleArrival = async (transaction: Transaction<Schema>, file: File): Promise<void> =>
  settleWith(transaction, file, (await storedBytes(transaction, file)) ?? file.entry_id);

/**
 * Other attachments of the same person that wait for the same bytes have arrived with them. Each is a transaction of its
 * own: holding one file while waiting for another is how two uploads would block each other for ever.
 */
export const settleTwins = async (database: Kysely<Schema>, entryId: string): Promise<void> => {
  const file = await database.selectFrom('files').selectAll().where('entry_id', '=', entryId).executeTakeFirstOrThrow();
  const twins = await sameBytes(database, file).where('person_id', '=', file.person_id).where('bytes_of', 'is', null).selectAll().execute();
  for (const twin of twins) await database.transaction().execute((transaction) => settleWith(transaction, twin, file.bytes_of ?? entryId));
};

const settleWith = async (transaction: Transaction<Schema>, file: File, bytesOf: string): Promise<void> => {
  const { numUpdatedRows } = await transaction
    .updateTable('files')
    .set({ received_bytes: file.size_bytes, bytes_of: bytesOf })
    .where('entry_id', '=', file.entry_id)
    .where('bytes_of', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  if (file.entry_id !== bytesOf) await transaction.deleteFrom('file_chunks').where('entry_id', '=', file.entry_id).execute();
  await writeFeed(transaction, await saveArrived(transaction, file.entry_id));
};

/** The same bytes from somebody else, verified as well, are kept only once. */
const storedBytes = async (transaction: Transaction<Schema>, file: File): Promise<string | null> =>
  (await sameBytes(transaction, file).where('bytes_of', 'is not', null).select('bytes_of').executeTakeFirst())?.bytes_of ?? null;

const sameBytes = (database: Kysely<Schema>, file: File) =>
  database.selectFrom('files').where('sha256', '=', file.sha256).where('size_bytes', '=', file.size_bytes);

const saveArrived = async (transaction: Transaction<Schema>, entryId: string): Promise<readonly FeedRow[]> => {
  const row = await transaction
    .selectFrom('entries')
    .innerJoin('tickets', 'tickets.id', 'entries.ticket_id')
    .select(['entries.body as entry', 'tickets.body as ticket'])
    .where('entries.id', '=', entryId)
    .executeTakeFirstOrThrow();
  const entry = arrived(v.parse(entrySchema, JSON.parse(row.entry)));
  await transaction
    .updateTable('entries')
    .set({ body: JSON.stringify(entry) })
    .where('id', '=', entryId)
    .execute();
  return entryRows(entry, v.parse(ticketSchema, JSON.parse(row.ticket)));
};

export const arrived = (entry: Entry): Entry => (entry.body.kind === 'file' ? { ...entry, body: { ...entry.body, arrived: true } } : entry);
