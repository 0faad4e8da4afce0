/** Files on the device: bytes in chunks of their own, each file with its own state on its way to the desk. */
import { chunkBytes } from '../contract/version.ts';
import type { ActionId } from '../domain/ids.ts';
import type { FileManifest } from '../domain/ticket.ts';
import type { ChunkRow, FileRow, OutboxDb } from './outbox-db.ts';
import type { PersonStore } from './person-store.ts';

/** Hexadecimal SHA-256 (FIPS 180-4). */
export const sha256Of = async (bytes: ArrayBuffer): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Are these the bytes that were promised? */
export const isWhole = async (bytes: ArrayBuffer, { sizeBytes, sha256 }: FileManifest): Promise<boolean> =>
  bytes.byteLength === sizeBytes && (await sha256Of(bytes)) === sha256;

/** The bytes as rows; call inside a transaction over `files` and `chunks`, so that never half a file is kept. */
export const putFile = async (outbox: OutboxDb, file: FileRow, bytes: ArrayBuffer): Promise<void> => {
  await outbox.files.put(file);
  await outbox.chunks.bulkPut(chunksOf(file.id, bytes));
};

const chunksOf = (fileId: ActionId, bytes: ArrayBuffer): ChunkRow[] =>
  Array.from({ length: Math.ceil(bytes.byteLength / chunkBytes) }, (_, index) => ({
    fileId,
    index,
    bytes: bytes.slice(index * chunkBytes, (index + 1) * chunkBytes),
  }));

export const readBytes = async (outbox: OutboxDb, fileId: ActionId): Promise<ArrayBuffer> => {
  const chunks = await chunkRange(outbox, fileId).toArray();
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.bytes.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(new Uint8Array(chunk.bytes), offset);
    offset += chunk.bytes.byteLength;
  }
  return whole.buffer;
};

const chunkRange = (outbox: OutboxDb, fileId: ActionId) => outbox.chunks.where('[fileId+index]').between([fileId, 0], [fileId, Infinity]);

/** Removes a file and its bytes; call inside a transaction over `files` and `chunks`, or alone. */
export const dropFile = async (outbox: OutboxDb, fileId: ActionId): Promise<void> => {
  await chunkRange(outbox, fileId).delete();
  await outbox.files.delete(fileId);
};

/** Files that wait and whose `attach` action the desk has taken (its row is done, or was already let go); the least tried first. */
export const filesToUpload = async ({ outbox }: PersonStore): Promise<FileRow[]> => {
  const waiting = await outbox.files.where('state').equals('waiting').toArray();
  const rows = await outbox.actions
    .where('id')
    .anyOf(waiting.map((file) => file.id))
    .toArray();
  const stateById = new Map(rows.map((row) => [row.id, row.state]));
  return waiting.filter((file) => (stateById.get(file.id) ?? 'done') === 'done').sort((one, other) => (one.tries ?? 0) - (other.tries ?? 0));
};

export const setFileState = (outbox: OutboxDb, fileId: ActionId, state: 'arrived' | 'held'): Promise<number> => outbox.files.update(fileId, { state });

/** Lets go of bytes that the cache says the desk has. */
export const forgetArrivedFiles = async ({ outbox, cache }: PersonStore): Promise<void> => {
  const sent = await outbox.files.where('state').anyOf('arrived', 'waiting').toArray();
  for (const file of sent) {
    const entry = await cache.entries.get(file.id as never);
    if (entry?.body?.body.kind !== 'file' || !entry.body.body.arrived) continue;
    await outbox.transaction('rw', outbox.files, outbox.chunks, async () => dropFile(outbox, file.id));
  }
};
