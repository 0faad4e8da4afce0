import type { ChasePolicy } from './chase-policy.ts';
import type { ChatOffering } from './chat/chat-offering.ts';
import type { PartitionId } from './ids.ts';
import type { PartitionLook } from './settings/partition-look.ts';
import type { SimpleStatus, TicketKind, TicketStatus } from './ticket.ts';

/** A division with its own settings. */
export type Partition = {
  readonly id: PartitionId;
  readonly name: string;
  /** Calls and requests are chased under separate settings (seed 000, "Call Chase" and "Request Chase"). */
  readonly chase: Readonly<Record<TicketKind, ChasePolicy>>;
  /** The word people see for each phase that the desk works with (seed 003, statement 8). */
  readonly simpleStatus: Readonly<Record<TicketStatus, SimpleStatus>>;
  /** How long after it was resolved a reply or a tap still reopens a ticket. */
  readonly reopenWindowDays: number;
  /** How its portal looks; left out where that was never set. */
  readonly look?: PartitionLook;
  /** What everybody may know of its chat; left out where there is none. */
  readonly chat?: ChatOffering;
};

/** What people see of each phase where a partition has no words of its own. */
export const usualSimpleStatus: Partition['simpleStatus'] = {
  new: 'received',
  'in-progress': 'in-progress',
  'waiting-for-person': 'needs-you',
  'waiting-for-supplier': 'in-progress',
  resolved: 'done',
  closed: 'done',
};
