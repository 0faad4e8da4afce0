/** The desk's typed no. It never leaves the device's memory of it: the action is held, shown and explained. */
import type { ChatObstacle } from './chat/presence.ts';
import type { QuestionId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { FieldProblem } from './records/field-problem.ts';
import type { SettingsPlace } from './settings/settings-place.ts';

export type Refusal =
  /** The ticket does not exist, or is none of this person's business: the answer is the same on purpose. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'too-soon-to-chase'; readonly possibleAt: Instant }
  | { readonly kind: 'no-chases-left'; readonly max: number }
  | { readonly kind: 'nothing-to-chase' }
  | { readonly kind: 'chase-not-offered' }
  | { readonly kind: 'not-resolved' }
  /** Closed for good, by the desk or because the window for opening it again is over. */
  | { readonly kind: 'reopen-window-over'; readonly endedAt: Instant }
  | { readonly kind: 'service-withdrawn' }
  /** The desk no longer keeps this version of the questions; the draft can be carried over to the current one. */
  | { readonly kind: 'flow-withdrawn'; readonly currentVersion: number }
  | { readonly kind: 'answers-not-accepted'; readonly questionIds: readonly QuestionId[] }
  | { readonly kind: 'empty-text' }
  | { readonly kind: 'text-too-long'; readonly maxLength: number }
  /** No request of the desk is large enough for it; said by the device, for the desk could not even read it. */
  | { readonly kind: 'too-large-to-send' }
  | { readonly kind: 'file-not-accepted'; readonly reason: 'too-large' | 'kind' | 'empty' }
  | { readonly kind: 'file-damaged' }
  | { readonly kind: 'already-raised' }
  /** Whoever it is for has no account, or none any more: nothing reaches them. */
  | { readonly kind: 'nobody-reads' }
  /** The id is known to the desk with another payload or from another person. */
  | { readonly kind: 'id-already-used' }
  /** The desk does not know this kind of action. */
  | { readonly kind: 'not-supported' }
  /** Somebody else has saved other values in these places since they were read. */
  | { readonly kind: 'settings-changed'; readonly by: string; readonly at: Instant; readonly places: readonly SettingsPlace[] }
  | { readonly kind: 'settings-not-accepted'; readonly places: readonly SettingsPlace[] }
  | { readonly kind: 'reason-missing' }
  /** Somebody else has saved this record since it was read. */
  | { readonly kind: 'record-changed'; readonly by: string; readonly at: Instant }
  | { readonly kind: 'record-not-accepted'; readonly problems: readonly FieldProblem[] }
  /** Of people who were to be saved together these could not be, so none was. */
  | { readonly kind: 'people-not-accepted'; readonly names: readonly string[] }
  /** Others name it, so it cannot be taken away; `by` is what they are called. */
  | { readonly kind: 'record-in-use'; readonly by: readonly string[] }
  /** Another analyst was quicker. */
  | { readonly kind: 'chat-taken'; readonly by: string }
  | { readonly kind: 'chat-ended'; readonly at: Instant }
  /** There is none on this ticket, or it is not over yet. */
  | { readonly kind: 'no-such-chat' }
  /** The analyst was away too long: it waits in the queue again. */
  | { readonly kind: 'chat-given-back' }
  /** Only who is available, and in no other chat, takes one; and only who is signed in is made available by somebody else. */
  | { readonly kind: 'not-available' }
  /** There is no such status any more for tickets of this kind. */
  | { readonly kind: 'no-such-status' }
  /** It means another phase by now. */
  | { readonly kind: 'status-changed' }
  | { readonly kind: 'cannot-take-chats'; readonly because: ChatObstacle }
  /** Somebody else has said meanwhile who looks after it: `by` is who does now, empty for nobody. */
  | { readonly kind: 'given-meanwhile'; readonly by: string }
  /** Somebody else, or the desk's own rules, have set another status meanwhile. */
  | { readonly kind: 'status-set-meanwhile' }
  /** No such group or analyst works for this ticket's partition, or it is their own ticket. */
  | { readonly kind: 'cannot-look-after-it' }
  /** A newer desk has said no for a reason that this version of the portal does not know. */
  | { readonly kind: 'not-understood' }
  /** A backend without idempotency was asked, and what it holds leaves doubt whether the action was taken. */
  | { readonly kind: 'please-check' };

export type RefusalKind = Refusal['kind'];
