/** Where an action is judged, and what comes of it. */
import type { FileLimits } from './accept-file.ts';
import type { DeskPeople } from './assignment/desk-people.ts';
import type { ChatOffer } from './chat/chat-queue.ts';
import type { ChatObstacle } from './chat/presence.ts';
import type { TicketId } from './ids.ts';
import type { Day, Instant } from './instant.ts';
import type { Partition } from './partition.ts';
import type { Person } from './person.ts';
import type { QuestionFlow } from './question-flow.ts';
import type { Refusal } from './refusal.ts';
import type { StatusRecord } from './records/status-record.ts';
import type { Result } from './result.ts';
import type { Service } from './service.ts';
import type { Entry, Ticket } from './ticket.ts';

/** All that is known where an action is judged. Pieces an action does not need may be missing. */
export type Scene = {
  readonly actor: Person;
  readonly partition: Partition;
  readonly now: Instant;
  /** The ticket it is about; null when there is none (yet). */
  readonly ticket: Ticket | null;
  readonly service?: Service;
  readonly flow?: QuestionFlow;
  /** The first day that counts as "today or later" where the answers are judged. */
  readonly today: Day;
  /** Given by the desk; null while it has not answered. */
  readonly ticketNumber: string | null;
  /** What an escalation call is to be, where the one who judges can log one. */
  readonly escalationCall: CallToLog | null;
  readonly fileLimits: FileLimits;
  /** Whom the ticket can be given to, where the one who judges knows it for certain. A screen leaves it out. */
  readonly deskPeople?: DeskPeople;
  readonly chat?: ChatScene;
  /** The statuses that have names, as the backend keeps them. A screen leaves them out, and goes by what the action says. */
  readonly statuses?: readonly StatusRecord[];
};

/** A call that the desk's own rules log: its id and number, and what its template and the routing rules say of it. */
export type CallToLog = { readonly id: TicketId; readonly number: string; readonly title: string } & Pick<Ticket, 'priority' | 'callType' | 'assigned'>;

/** What the backend alone knows for certain of chat. A screen leaves it out, and offers what it takes to be possible. */
type ChatScene = {
  readonly offer: ChatOffer;
  /** Another chat of the same person waits or is open. */
  readonly isElsewhere: boolean;
  /** What the call is to be; null where only the words say it. */
  readonly call: Omit<CallToLog, 'id' | 'number'> | null;
  /** Of the actor, as one who takes chats. */
  readonly obstacle: ChatObstacle | null;
  readonly isFree: boolean;
};

/** What an action leaves behind: the ticket as it is now, those made with it, and the entries that are new. */
export type Effects = { readonly tickets: readonly [Ticket, ...Ticket[]]; readonly entries: readonly Entry[] };

export type Decision = Result<Effects, Refusal>;
