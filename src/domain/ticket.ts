import type { Chat, ChatEnder, GivenBackBecause } from './chat/chat.ts';
import type { ActionId, EntryId, FlowId, GroupId, PartitionId, PersonId, QuestionId, ServiceId, StatusId, TicketId } from './ids.ts';
import type { CallType, Priority, TicketSource } from './call.ts';
import type { Instant } from './instant.ts';
import { days } from './instant.ts';
import type { Partition } from './partition.ts';
import type { Author } from './person.ts';
import type { AnswerValue, QuestionKind } from './question-flow.ts';

/** A call says that something is wrong; a request asks for a service. */
export type TicketKind = 'call' | 'request';

export const ticketStatuses = ['new', 'in-progress', 'waiting-for-person', 'waiting-for-supplier', 'resolved', 'closed'] as const;
/** The phases that the rules know, and the statuses that every desk has. People see the simple one their partition maps it to. */
export type TicketStatus = (typeof ticketStatuses)[number];

export const simpleStatuses = ['received', 'in-progress', 'needs-you', 'done'] as const;
export type SimpleStatus = (typeof simpleStatuses)[number];

/** Who at the desk looks after it. */
export type Assigned = {
  readonly group: { readonly id: GroupId; readonly name: string } | null;
  readonly analyst: { readonly id: PersonId; readonly name: string } | null;
};

/** A status that an administrator has named, as it was when it was set. */
export type NamedStatus = {
  readonly id: StatusId;
  /** What the desk calls it; empty where people are told, for they see the simple word alone. */
  readonly name: string;
  /** The word that people see; null for the one that their partition has for the phase. */
  readonly simple: SimpleStatus | null;
};

/** What a ticket is set to: a phase, and what the desk calls it where that is more than the phase. */
export type SetStatus = { readonly status: TicketStatus; readonly named?: NamedStatus };

/** A status is a fact with a time; the current one is derived, never stored beside the facts. */
export type StatusFact = SetStatus & { readonly id: EntryId; readonly at: Instant };
export type ChaseFact = { readonly id: ActionId; readonly at: Instant; readonly by: string };

/** An answer with the words that were asked, so that it can be read without the flow. */
export type AnsweredQuestion = {
  readonly questionId: QuestionId;
  readonly label: string;
  readonly kind: QuestionKind;
  readonly value: AnswerValue;
  /** The labels of the chosen options, in the order of the flow; empty for other kinds. */
  readonly optionLabels: readonly string[];
};

export type Ticket = {
  readonly id: TicketId;
  /** The desk's number for it, `R-1042`; null until the desk has taken it. */
  readonly number: string | null;
  readonly kind: TicketKind;
  readonly title: string;
  readonly partitionId: PartitionId;
  readonly requester: { readonly id: PersonId; readonly name: string };
  readonly serviceId: ServiceId | null;
  readonly flow: { readonly id: FlowId; readonly version: number } | null;
  readonly answers: readonly AnsweredQuestion[];
  readonly raisedAt: Instant;
  readonly updatedAt: Instant;
  readonly statuses: readonly StatusFact[];
  readonly chases: readonly ChaseFact[];
  /** When the desk last wrote something the person has not necessarily seen. */
  readonly deskWroteAt: Instant | null;
  /** When the person last wrote, after raising it; left out while they have not. */
  readonly personWroteAt?: Instant;
  /** Up to when the person has read. */
  readonly readAt: Instant;
  /** When the desk promises it done; null where nothing is promised. */
  readonly dueAt: Instant | null;
  /** The call logged because this one was chased to the maximum; and on that call, the ticket it is about. */
  readonly escalationCallId: TicketId | null;
  readonly escalates: TicketId | null;
  /** Left out for what was raised in the portal. */
  readonly source?: TicketSource;
  readonly priority?: Priority;
  readonly callType?: CallType;
  /** Left out while nobody was named. For the desk's eyes only. */
  readonly assigned?: Assigned;
  /** Where the person or the thing is, where its questions ask for that. */
  readonly place?: string;
  /** The conversation that is or was held on it. */
  readonly chat?: Chat;
  /** Whoever asked for an account has none yet, so nobody but the desk reads it; left out for everything else. */
  readonly awaitsAccount?: true;
  /** When the desk was first done with it after talking to the person: the SLA's contact (seed 002, statement 7). */
  readonly contactedAt?: Instant;
};

/** One thing that happened on a ticket, as its timeline tells it. */
export type Entry = {
  readonly id: EntryId;
  readonly ticketId: TicketId;
  readonly at: Instant;
  /** Null for what the desk's own rules did. */
  readonly by: Author | null;
  readonly body: EntryBody;
};

export type EntryBody =
  | { readonly kind: 'raised' }
  | { readonly kind: 'message'; readonly text: string }
  /** For the desk's eyes only: never sent to the requester. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'status'; readonly to: TicketStatus; readonly named?: NamedStatus }
  /** Who looks after it from then on. For the desk's eyes only, like a note. */
  | { readonly kind: 'assigned'; readonly to: Assigned }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'chase'; readonly count: number; readonly of: number }
  /** The desk decided about the registration that logged this call. */
  | { readonly kind: 'registration'; readonly approved: boolean; readonly reason: string }
  | { readonly kind: 'escalation'; readonly callId: TicketId; readonly callNumber: string }
  /** Said in a chat. */
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'chat-asked' }
  | { readonly kind: 'chat-accepted' }
  /** By the rules, about the analyst who was gone. */
  | { readonly kind: 'chat-given-back'; readonly analyst: string; readonly because?: GivenBackBecause }
  | { readonly kind: 'chat-ended'; readonly ender: ChatEnder }
  | {
      readonly kind: 'file';
      readonly file: FileManifest;
      /** The question it answers; null when it came with a reply. */
      readonly questionId: QuestionId | null;
      /** False while the bytes are still on their way. */
      readonly arrived: boolean;
    };

/** What is known of a file before its bytes arrive. Its id is the id of the `attach` action; where it was made at the desk, the desk's own. */
export type FileManifest = {
  readonly id: ActionId;
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: string;
  /** Hexadecimal SHA-256 of the bytes (FIPS 180-4): the same file is the same everywhere. Empty where the desk keeps none. */
  readonly sha256: string;
};

/** What the ticket is set to now: the last fact. Facts are kept in the order they were recorded. */
export const setStatusOf = (ticket: Ticket): SetStatus => ticket.statuses.at(-1) ?? { status: 'new' };

/** The phase it is in: what the rules go by. */
export const statusOf = (ticket: Ticket): TicketStatus => setStatusOf(ticket).status;

/** What of a timeline never leaves the desk. */
export const isForDeskOnly = ({ kind }: EntryBody): boolean => kind === 'note' || kind === 'assigned';

export const isOpenPhase = (status: TicketStatus): boolean => status !== 'resolved' && status !== 'closed';

export const isOpen = (ticket: Ticket): boolean => isOpenPhase(statusOf(ticket));

/** The word people see for what a ticket is set to (seed 003, statement 8). */
export const simpleOf = ({ status, named }: SetStatus, partition: Partition): SimpleStatus => named?.simple ?? partition.simpleStatus[status];

export const simpleStatusOf = (ticket: Ticket, partition: Partition): SimpleStatus => simpleOf(setStatusOf(ticket), partition);

/** A phase, or a name that somebody gave: `status/customer-chased`. */
export type StatusKey = TicketStatus | `status/${string}`;
export const statusKeyOf = ({ status, named }: { readonly status: TicketStatus; readonly named?: Pick<NamedStatus, 'id'> }): StatusKey =>
  named ? `status/${named.id}` : status;

export const isUnread = (ticket: Ticket): boolean => ticket.deskWroteAt !== null && ticket.deskWroteAt > ticket.readAt;

export type ReopenDecision = { readonly kind: 'allowed' } | { readonly kind: 'not-resolved' } | { readonly kind: 'window-over'; readonly endedAt: Instant };

/**
 * May this ticket be opened again? A resolved one within its partition's window, and whatever is over while people talk on it.
 * What was closed in the middle of a chat was closed over somebody's words: it is final no sooner than what is resolved.
 */
export const decideReopen = (ticket: Ticket, partition: Partition, now: Instant): ReopenDecision => {
  const last = ticket.statuses.at(-1);
  if (!last || isOpen(ticket)) return { kind: 'not-resolved' };
  const talkedUntil = endOfTalk(ticket);
  const isFinal = last.status === 'closed' && last.at >= talkedUntil;
  const endsAt = isFinal ? last.at : Math.max(talkedUntil, last.at + days(partition.reopenWindowDays));
  return !isFinal && now <= endsAt ? { kind: 'allowed' } : { kind: 'window-over', endedAt: endsAt };
};

/** Never while its chat goes on; long ago where there was none. */
const endOfTalk = ({ chat }: Ticket): Instant => (chat ? (chat.facts.find(({ kind }) => kind === 'ended')?.at ?? Infinity) : 0);
