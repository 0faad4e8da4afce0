import * as v from 'valibot';
import { chatObstacles } from '../domain/chat/presence.ts';
import type { ActionId, QuestionId, TicketId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Refusal } from '../domain/refusal.ts';
import { givenId, instant, mintedId } from './ids.ts';
import { unopenedPlace, unopenedProblem } from './unopened.ts';

/** Those that need no more words. */
const plainRefusals = [
  'not-found',
  'not-allowed',
  'nothing-to-chase',
  'chase-not-offered',
  'not-resolved',
  'service-withdrawn',
  'empty-text',
  'too-large-to-send',
  'file-damaged',
  'already-raised',
  'id-already-used',
  'not-supported',
  'nobody-reads',
  'reason-missing',
  'no-such-chat',
  'chat-given-back',
  'not-available',
  'no-such-status',
  'status-changed',
  'status-set-meanwhile',
  'cannot-look-after-it',
  'not-understood',
  'please-check',
] as const;

export const refusalSchema = v.variant('kind', [
  v.object({ kind: v.picklist(plainRefusals) }),
  v.object({ kind: v.literal('too-soon-to-chase'), possibleAt: instant }),
  v.object({ kind: v.literal('no-chases-left'), max: v.number() }),
  v.object({ kind: v.literal('reopen-window-over'), endedAt: instant }),
  v.object({ kind: v.literal('flow-withdrawn'), currentVersion: v.number() }),
  v.object({ kind: v.literal('answers-not-accepted'), questionIds: v.array(givenId<QuestionId>()) }),
  v.object({ kind: v.literal('text-too-long'), maxLength: v.number() }),
  v.object({ kind: v.literal('file-not-accepted'), reason: v.picklist(['too-large', 'kind', 'empty']) }),
  v.object({ kind: v.literal('settings-changed'), by: v.string(), at: instant, places: v.array(unopenedPlace) }),
  v.object({ kind: v.literal('settings-not-accepted'), places: v.array(unopenedPlace) }),
  v.object({ kind: v.literal('record-changed'), by: v.string(), at: instant }),
  v.object({ kind: v.literal('record-not-accepted'), problems: v.array(unopenedProblem) }),
  v.object({ kind: v.literal('people-not-accepted'), names: v.array(v.string()) }),
  v.object({ kind: v.literal('record-in-use'), by: v.array(v.string()) }),
  v.object({ kind: v.picklist(['chat-taken', 'given-meanwhile']), by: v.string() }),
  v.object({ kind: v.literal('chat-ended'), at: instant }),
  v.object({ kind: v.literal('cannot-take-chats'), because: v.picklist(chatObstacles) }),
]) satisfies v.GenericSchema<unknown, Refusal>;

/** Position of a receipt for what the desk has no place for: the feed never shows it, and the device keeps it. */
export const neverInTheFeed = Infinity;

/**
 * What the desk says of one action. *Applied* and *refused* are receipts: final, and repeated for ever under the same id.
 * *Not attempted* is none: nothing was tried and nothing stored, because an action before it in its lane was refused, or,
 * where it names itself, because it cannot be known yet whether an earlier try is still on its way. It is sent again later.
 */
export const answerSchema = v.variant('outcome', [
  v.object({
    outcome: v.literal('applied'),
    id: mintedId<ActionId>(),
    at: instant,
    /** The feed position the effect reached: once the device has read this far, it has seen it. */
    position: v.number(),
    /** The desk's number of a ticket that was raised. */
    number: v.exactOptional(v.string()),
    /** Set where the backend insists on an id of its own for what was made. */
    madeId: v.exactOptional(givenId<TicketId>()),
  }),
  // What a newer desk answers is a no all the same: one that cannot be read must not have the whole batch sent for ever.
  v.object({ outcome: v.literal('refused'), id: mintedId<ActionId>(), at: instant, refusal: v.fallback(refusalSchema, { kind: 'not-understood' }) }),
  v.object({ outcome: v.literal('not-attempted'), id: mintedId<ActionId>(), because: mintedId<ActionId>() }),
]);

export type Answer =
  | Exclude<v.InferOutput<typeof answerSchema>, { outcome: 'refused' }>
  | { readonly outcome: 'refused'; readonly id: ActionId; readonly at: Instant; readonly refusal: Refusal };
export type Receipt = Exclude<Answer, { outcome: 'not-attempted' }>;
