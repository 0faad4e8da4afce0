import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { actionSchema } from '../../contract/action.ts';
import { anyActionSchema } from '../../contract/any-action.ts';
import { openedActionSchema } from '../../contract/opened-action.ts';
import { unopenedKind } from '../../contract/unopened.ts';
import type { Action } from '../../domain/action.ts';
import { laneOf } from '../../domain/action.ts';
import type { ActionId } from '../../domain/ids.ts';
import { isWritableThroughout } from '../../domain/writable-text.ts';
import { ProblemError } from '../problem.ts';

/** An action this server understands, or one it can at least answer by its id. */
export type ReadAction = {
  readonly id: ActionId;
  readonly lane: string;
  readonly after: readonly ActionId[];
  /** Null when its kind is of another version, or it cannot be understood. */
  readonly action: Action | null;
  readonly hash: string;
};

export const readAction = (sent: unknown): ReadAction => {
  // Of what was sent, not of what this version understands of it: the next version may understand more.
  const hash = hashOfAction(sent);
  const parsed = v.safeParse(schemaOf(sent), sent);
  if (parsed.success && isWritableThroughout(parsed.output)) {
    const action: Action = parsed.output;
    return { id: action.id, lane: laneOf(action), after: action.after ?? [], action, hash };
  }
  const named = v.safeParse(namedSchema, sent);
  // Without an id nobody could be told which one was not taken.
  if (!named.success) throw new ProblemError('malformed');
  const { id, subject, after } = named.output;
  // A refused action holds its lane, so the lane is read wherever it can be.
  return { id, lane: subject ? `${subject.kind}:${subject.id}` : `action:${id}`, after, action: null, hash };
};

/** What devices pass on unopened is opened here. */
const schemaOf = (sent: unknown) => (v.is(unopened, sent) ? openedActionSchema : actionSchema);
const unopened = v.looseObject({ kind: unopenedKind });

/** All that is needed to refuse one action and do the others: its id, and what of its envelope can be read. */
const { id, subject, after } = anyActionSchema.entries;
const namedSchema = v.object({ id, subject: v.fallback(v.nullable(subject), null), after: v.fallback(v.optional(v.unwrap(after), []), []) });

/** Of the canonical form, keys in order: the same action is the same, however it was written down. */
export const hashOfAction = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, inOrder)).digest('base64url');

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
