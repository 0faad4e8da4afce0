/** What a person gives with an action: values, files, a status. */
import * as v from 'valibot';
import { answerLimits } from '../domain/answer-limits.ts';
import type { ActionId } from '../domain/ids.ts';
import { ticketStatuses, type FileManifest } from '../domain/ticket.ts';
import { writableLine } from '../domain/writable-text.ts';
import { givenId, mintedId } from './ids.ts';

export const fileManifestSchema = v.object({
  id: mintedId<ActionId>(),
  name: v.pipe(v.string(), v.transform(writableLine), v.minLength(1), v.maxLength(255)),
  sizeBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  type: v.pipe(v.string(), v.maxLength(100)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
}) satisfies v.GenericSchema<unknown, FileManifest>;

/** A file on a ticket: one that was made at the desk has an id of the desk's, and not every desk keeps a hash. */
export const shownFileSchema = v.object({
  ...fileManifestSchema.entries,
  id: givenId<ActionId>(),
  sha256: v.union([v.literal(''), fileManifestSchema.entries.sha256]),
}) satisfies v.GenericSchema<unknown, FileManifest>;

export const answerValueSchema = v.union([
  v.pipe(v.string(), v.maxLength(answerLimits.textLength)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(answerLimits.choices)),
  v.pipe(v.array(fileManifestSchema), v.maxLength(answerLimits.files)),
]);

export const ticketStatusSchema = v.picklist(ticketStatuses);
