import type { Transaction } from 'kysely';
import type { Person } from '../../domain/person.ts';
import { maySee } from '../../domain/permissions.ts';
import type { Entry, FileManifest } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';
import { belonging } from './belonging.ts';
import { arrived } from './settle-arrival.ts';

/**
 * Notes the files among new entries, whose bytes may now be sent; the entries as they are to be saved. Bytes that are here
 * already need not be sent again, but only by somebody who can see them: knowing a hash must not be enough to get a file.
 */
export const expectFiles = async (transaction: Transaction<Schema>, person: Person, entries: readonly Entry[]): Promise<readonly Entry[]> => {
  const expected: Entry[] = [];
  for (const entry of entries) expected.push(entry.body.kind === 'file' ? await expectFile(transaction, person, entry, entry.body.file) : entry);
  return expected;
};

const expectFile = async (transaction: Transaction<Schema>, person: Person, entry: Entry, file: FileManifest): Promise<Entry> => {
  const bytesOf = await seenBytes(transaction, person, file);
  await transaction
    .insertInto('files')
    .values({
      entry_id: entry.id,
      ticket_id: entry.ticketId,
      person_id: person.id,
      sha256: file.sha256,
      size_bytes: file.sizeBytes,
      received_bytes: bytesOf === null ? 0 : file.sizeBytes,
      bytes_of: bytesOf,
    })
    .execute();
  return bytesOf === null ? entry : arrived(entry);
};

const seenBytes = async (transaction: Transaction<Schema>, person: Person, file: FileManifest): Promise<string | null> => {
  const known = await transaction
    .selectFrom('files')
    .innerJoin('tickets', 'tickets.id', 'files.ticket_id')
    .select(['files.bytes_of', 'tickets.requester_id', 'tickets.partition_id'])
    .where('files.sha256', '=', file.sha256)
    .where('files.size_bytes', '=', file.sizeBytes)
    .where('files.bytes_of', 'is not', null)
    .execute();
  return known.find((row) => maySee(person, belonging(row)))?.bytes_of ?? null;
};
