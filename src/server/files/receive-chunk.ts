/**
 * ```
 *   attach (action)         chunk at the expected offset            last chunk, size and SHA-256 right
 *  ────────────────▶ on its way ──────────────────────▶ on its way ──────────────────────────────────▶ arrived
 *                        ▲                                   │ anything else
 *                        └───────── begins again ────────────┘ (told: damaged)
 * ```
 */
import { createHash } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { chunkBytes } from '../../contract/version.ts';
import type { Person } from '../../domain/person.ts';
import type { Schema } from '../database/schema.ts';
import { settleArrival } from './settle-arrival.ts';

export type Upload =
  | { readonly kind: 'on-its-way' | 'arrived'; readonly receivedBytes: number }
  /** No manifest of this person has that id (yet): their device waits. */
  | { readonly kind: 'unknown' }
  /** What arrived is not what the manifest promised; it was thrown away. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'not-a-chunk' };

export type Chunk = { readonly entryId: string; readonly offset: number; readonly bytes: Uint8Array };

/** Smaller pieces are only taken at the end of a file: a million rows of one byte are nobody's file. */
const smallestChunkBytes = chunkBytes / 16;

export const uploadStateOf = async (database: Kysely<Schema>, person: Person, entryId: string): Promise<Upload> => {
  const file = await findFile(database, person, entryId);
  return file ? stateOf(file) : { kind: 'unknown' };
};

export const receiveChunk = async (transaction: Transaction<Schema>, person: Person, chunk: Chunk): Promise<Upload> => {
  const file = await findFile(transaction, person, chunk.entryId);
  if (!file) return { kind: 'unknown' };
  const { size_bytes: size, received_bytes: received } = file;
  if (file.bytes_of !== null || chunk.offset !== received || chunk.bytes.byteLength === 0) return stateOf(file);
  const end = chunk.offset + chunk.bytes.byteLength;
  if (end < size && chunk.bytes.byteLength < smallestChunkBytes) return { kind: 'not-a-chunk' };
  if (!(await claimPlace(transaction, chunk, end))) return uploadStateOf(transaction, person, chunk.entryId);
  await transaction
    .insertInto('file_chunks')
    .values({ entry_id: chunk.entryId, starts_at: chunk.offset, bytes: Buffer.from(chunk.bytes) })
    .execute();
  if (end < size) return { kind: 'on-its-way', receivedBytes: end };
  if ((await hashOfChunks(transaction, file)) !== file.sha256) return discard(transaction, file);
  await settleArrival(transaction, file);
  return { kind: 'arrived', receivedBytes: size };
};

type File = Selectable<Schema['files']>;

const findFile = (database: Kysely<Schema>, person: Person, entryId: string): Promise<File | undefined> =>
  database.selectFrom('files').selectAll().where('entry_id', '=', entryId).where('person_id', '=', person.id).executeTakeFirst();

const stateOf = (file: File): Upload => ({ kind: file.bytes_of === null ? 'on-its-way' : 'arrived', receivedBytes: file.received_bytes });

/** Only one of several writers moves the end of the file on; the others are told where it is now. */
const claimPlace = async (transaction: Transaction<Schema>, chunk: Chunk, end: number): Promise<boolean> => {
  const { numUpdatedRows } = await transaction
    .updateTable('files')
    .set({ received_bytes: end })
    .where('entry_id', '=', chunk.entryId)
    .where('received_bytes', '=', chunk.offset)
    .where('bytes_of', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

const hashOfChunks = async (transaction: Transaction<Schema>, file: File): Promise<string> => {
  const hash = createHash('sha256');
  let offset = 0;
  while (offset < file.size_bytes) {
    const { bytes } = await transaction
      .selectFrom('file_chunks')
      .select('bytes')
      .where('entry_id', '=', file.entry_id)
      .where('starts_at', '=', offset)
      .executeTakeFirstOrThrow();
    hash.update(bytes);
    offset += bytes.byteLength;
  }
  return hash.digest('hex');
};

const discard = async (transaction: Transaction<Schema>, file: File): Promise<Upload> => {
  await transaction.deleteFrom('file_chunks').where('entry_id', '=', file.entry_id).execute();
  await transaction.updateTable('files').set({ received_bytes: 0 }).where('entry_id', '=', file.entry_id).where('bytes_of', 'is', null).execute();
  return { kind: 'damaged' };
};
