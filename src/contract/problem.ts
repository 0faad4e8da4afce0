import * as v from 'valibot';

/** Why a whole request was not handled. Typed, so that nobody decides anything from a status text. */
const problemKinds = [
  'not-signed-in',
  /** The session belongs to somebody else than the person the request is for. */
  'other-session',
  'wrong-credentials',
  'slow-down',
  'update-the-app',
  'malformed',
  'too-large',
  /** The cursor is of another feed or too old: throw the cache away and read anew. */
  'start-over',
  'not-found',
  'foreign-origin',
  /** The bytes are not the ones the manifest promised. */
  'file-damaged',
  'unavailable',
] as const;

export const problemSchema = v.object({
  portico: v.literal(1),
  problem: v.object({ kind: v.picklist(problemKinds), detail: v.exactOptional(v.string()) }),
});

export type ProblemKind = (typeof problemKinds)[number];
