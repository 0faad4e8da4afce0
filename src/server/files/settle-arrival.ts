import type { Selectable, Transaction } from 'kysely';
import * as v from 'valibot';
import { entrySchema, ticketSchema } from '../../contract/ticket.ts';
import type { Entry } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';
import { entryRows, writeFeed, type FeedRow } from '../feed/write-feed.ts';

type File = Selectable<Schema['files']>;

/** All bytes are here and are the right ones: every attachment of this person that waits for them has arrived. */
export const settleArrival = async (transaction: Transaction<Schema>, file: File): Promise<void> => {
  const bytesOf = await storedOnce(transaction, file);
  const waiting = await transaction
    .selectFrom('files')
    .selectAll()
    .where('sha256', '=', file.sha256)
    .where('size_bytes', '=', file.size_bytes)
    .where('person_id', '=', file.person_id)
    .where('bytes_of', 'is', null)
    .execute();
  const rows: FeedRow[] = [];
  for (const { entry_id: entryId } of waiting) {
    if (entryId !== bytesOf) await transaction.deleteFrom('file_chunks').where('entry_id', '=', entryId).execute();
    await transaction.updateTable('files').set({ received_bytes: file.size_bytes, bytes_of: bytesOf }).where('entry_id', '=', entryId).execute();
    rows.push(...(await saveArrived(transaction, entryId)));
  }
  await writeFeed(transaction, rows);
};

/** The same bytes from somebody else, verified as well, are kept only once. */
const storedOnce = async (transaction: Transaction<Schema>, file: File): Promise<string> => {
  const twin = await transaction
    .selectFrom('files')
    .select('bytes_of')
    .where('sha256', '=', file.sha256)
    .where('size_bytes', '=', file.size_bytes)
    .where('bytes_of', 'is not', null)
    .executeTakeFirst();
  return twin?.bytes_of ?? file.entry_id;
};

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
