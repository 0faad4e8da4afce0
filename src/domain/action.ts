/** Every change a person makes is one of these. There is no other way to write. */
import type { ChatRating } from './chat/chat.ts';
import type { Availability } from './chat/presence.ts';
import type { ActionId, FlowId, PartitionId, PersonId, QuestionId, ServiceId, TicketId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { PersonChange, RecordChange, RecordKey } from './records/desk-record.ts';
import type { SettingsChange } from './settings/settings-place.ts';
import type { StatusFrom } from './status-seen.ts';
import type { Answers } from './question-flow.ts';
import type { Assigned, FileManifest, NamedStatus, TicketStatus } from './ticket.ts';

/** What an action is about, and the lane it waits in: actions of a lane reach the desk in the order they were made. */
type Subject =
  | { readonly kind: 'ticket'; readonly id: TicketId }
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'partition'; readonly id: PartitionId }
  | { readonly kind: 'record'; readonly id: RecordKey };

export type ActionBody =
  | {
      readonly kind: 'raise-ticket';
      readonly data: { readonly serviceId: ServiceId; readonly flow: { readonly id: FlowId; readonly version: number }; readonly answers: Answers };
    }
  | { readonly kind: 'reply'; readonly data: { readonly text: string } }
  | { readonly kind: 'attach'; readonly data: { readonly file: FileManifest; readonly questionId: QuestionId | null } }
  | { readonly kind: 'chase'; readonly data: Record<string, never> }
  | { readonly kind: 'resolve'; readonly data: Record<string, never> }
  | { readonly kind: 'reopen'; readonly data: Record<string, never> }
  | { readonly kind: 'mark-read'; readonly data: { readonly upTo: Instant } }
  | { readonly kind: 'add-note'; readonly data: { readonly text: string } }
  /** A named status goes by its id; the name is what the desk's own device shows until it was answered. Without `from` it is set whatever it was. */
  | {
      readonly kind: 'set-status';
      readonly data: { readonly status: TicketStatus; readonly named?: Pick<NamedStatus, 'id' | 'name'>; readonly from?: StatusFrom };
    }
  /** Says who looks after it: from whom to whom, so that nobody takes a ticket from somebody without knowing it. */
  | { readonly kind: 'assign'; readonly data: { readonly from: Assigned; readonly to: Assigned } }
  /** Logs the call that the chat is held on, and waits for an analyst; where none can be had it is a message left. */
  | { readonly kind: 'ask-chat'; readonly data: { readonly text: string } }
  /** Logs the same call for the desk to answer in its own time. */
  | { readonly kind: 'leave-message'; readonly data: { readonly text: string } }
  | { readonly kind: 'accept-chat'; readonly data: Record<string, never> }
  | { readonly kind: 'say'; readonly data: { readonly text: string } }
  | { readonly kind: 'end-chat'; readonly data: Record<string, never> }
  | { readonly kind: 'rate-chat'; readonly data: { readonly rating: ChatRating } }
  /** The call's details were looked at and closed for the first time. */
  | { readonly kind: 'record-contact'; readonly data: Record<string, never> }
  /** About a person: oneself, or by a chat manager somebody else. */
  | { readonly kind: 'set-availability'; readonly data: { readonly to: Availability } }
  /** About a partition. */
  | { readonly kind: 'set-chat-queue'; readonly data: { readonly isOnline: boolean } }
  | { readonly kind: 'save-settings'; readonly data: { readonly changes: readonly SettingsChange[]; readonly reason: string } }
  | { readonly kind: 'save-record'; readonly data: { readonly change: RecordChange } }
  /** Sends somebody a letter with a link to set their password. */
  | { readonly kind: 'invite-person'; readonly data: Record<string, never> }
  /** The reason goes into the letter to whoever registered; it may be empty. */
  | { readonly kind: 'approve-registration'; readonly data: { readonly reason: string } }
  | { readonly kind: 'decline-registration'; readonly data: { readonly reason: string } }
  /** All of them, or none. */
  | { readonly kind: 'save-people'; readonly data: { readonly changes: readonly PersonChange[] } };

export type ActionKind = ActionBody['kind'];
export const actionKinds = [
  'raise-ticket',
  'reply',
  'attach',
  'chase',
  'resolve',
  'reopen',
  'mark-read',
  'add-note',
  'set-status',
  'assign',
  'ask-chat',
  'leave-message',
  'accept-chat',
  'say',
  'end-chat',
  'rate-chat',
  'record-contact',
  'set-availability',
  'set-chat-queue',
  'save-settings',
  'save-record',
  'save-people',
  'invite-person',
  'approve-registration',
  'decline-registration',
] as const satisfies readonly ActionKind[];

export type Action = {
  /** Version of the envelope. */
  readonly v: 1;
  readonly id: ActionId;
  readonly subject: Subject;
  /** Actions this one makes no sense without, in other lanes. */
  readonly after?: readonly ActionId[];
  /** The held action that this one was edited from. */
  readonly replaces?: ActionId;
  /** When the person did it, by the device's clock: shown, never used for order. */
  readonly at: Instant;
} & ActionBody;

export type ActionOf<Kind extends ActionKind> = Extract<Action, { readonly kind: Kind }>;

/** What is done in a chat, and the ways into one. */
const chatKinds = ['ask-chat', 'leave-message', 'accept-chat', 'say', 'end-chat', 'rate-chat', 'record-contact'] as const satisfies readonly ActionKind[];
export type ChatKind = (typeof chatKinds)[number];
export const isChatKind = (kind: ActionKind): kind is ChatKind => chatKinds.includes(kind as ChatKind);

/** What only the desk does to a ticket. */
const deskKinds = ['add-note', 'set-status', 'assign'] as const satisfies readonly ActionKind[];
export type DeskKind = (typeof deskKinds)[number];
export const isDeskKind = (kind: ActionKind): kind is DeskKind => deskKinds.includes(kind as DeskKind);

/** What administrators do; and a registration is decided about like a record. */
export const administratorKinds = [
  'save-settings',
  'save-record',
  'save-people',
  'invite-person',
  'approve-registration',
  'decline-registration',
] as const satisfies readonly ActionKind[];
export type AdministratorAction = ActionOf<(typeof administratorKinds)[number]>;

/** About a person, a partition or a record, and about no ticket. */
type ElsewhereKind = AdministratorAction['kind'] | 'set-availability' | 'set-chat-queue';

/** Everything that is done to a ticket. */
export type TicketAction = Exclude<Action, { readonly kind: ElsewhereKind }>;
export type TicketActionBody = Exclude<ActionBody, { readonly kind: ElsewhereKind }>;

export const isOnTicket = (action: Action): action is TicketAction => action.subject.kind === 'ticket';

export const laneOf = (action: Action): string => `${action.subject.kind}:${action.subject.id}`;

/** Longest text of a reply or a note, in characters. */
export const maxTextLength = 20_000;

/**
 * Does a refused action of this kind hold what was queued behind it in its lane? A refused file never holds replies, and
 * neither does a chase that came too early; having read something is no reason for anything to wait, a switch or a status
 * that was set once may be set again, a chat that somebody else has taken may come back, and what is written on a ticket is
 * as true whoever looks after it.
 */
export const holdsLane = (kind: ActionKind): boolean =>
  !['attach', 'chase', 'mark-read', 'set-status', 'assign', 'accept-chat', 'set-availability', 'set-chat-queue'].includes(kind);
