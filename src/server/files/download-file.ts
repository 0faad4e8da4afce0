import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { entrySchema } from '../../contract/ticket.ts';
import { isAcceptedType } from '../../domain/accept-file.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import { maySee } from '../../domain/permissions.ts';
import type { Person } from '../../domain/person.ts';
import type { FileManifest } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';
import { ProblemError } from '../problem.ts';
import { belonging } from './belonging.ts';
import { attachmentDisposition } from './content-disposition.ts';

/** The bytes for whoever may see the ticket. A stranger's file, a missing one and one that is on its way are all the same: not there. */
export const downloadFile = async (database: Kysely<Schema>, person: Person, entryId: string): Promise<Response> => {
  const row = await database
    .selectFrom('files')
    .innerJoin('tickets', 'tickets.id', 'files.ticket_id')
    .innerJoin('entries', 'entries.id', 'files.entry_id')
    .select(['files.bytes_of', 'tickets.requester_id', 'tickets.partition_id', 'entries.body'])
    .where('files.entry_id', '=', entryId)
    .where('entries.desk_only', '=', 0)
    .executeTakeFirst();
  const entry = row && v.parse(entrySchema, JSON.parse(row.body));
  if (!row?.bytes_of || entry?.body.kind !== 'file' || !maySee(person, belonging(row))) throw new ProblemError('not-found');
  return new Response(streamOf(database, row.bytes_of, entry.body.file.sizeBytes), { headers: headersFor(entry.body.file) });
};

/** What somebody attached is never opened as a page of ours, whatever it says it is. */
const headersFor = (file: FileManifest): Record<string, string> => ({
  'Content-Type': isAcceptedType(file.type, fileLimits) ? file.type : 'application/octet-stream',
  'Content-Length': String(file.sizeBytes),
  'Content-Disposition': attachmentDisposition(file.name),
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
});

/** One chunk in memory at a time, read when the one before has left. */
const streamOf = (database: Kysely<Schema>, bytesOf: string, sizeBytes: number): ReadableStream<Uint8Array> => {
  let offset = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { bytes } = await database
          .selectFrom('file_chunks')
          .select('bytes')
          .where('entry_id', '=', bytesOf)
          .where('starts_at', '=', offset)
          .executeTakeFirstOrThrow();
        controller.enqueue(bytes);
        offset += bytes.byteLength;
        if (offset >= sizeBytes) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
};
