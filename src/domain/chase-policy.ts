import type { Instant } from './instant.ts';
import type { Partition } from './partition.ts';
import type { Person } from './person.ts';
import { chaseRight } from './rights.ts';
import { minutes } from './instant.ts';
import type { Refusal } from './refusal.ts';
import type { NamedStatus, SetStatus, Ticket, TicketKind, TicketStatus } from './ticket.ts';
import { isOpen } from './ticket.ts';

/** How people of a partition may chase one kind of ticket (seed 000, "Call Chase" and "Request Chase"). */
export type ChasePolicy = {
  readonly enabled: boolean;
  /** Minutes between two chases of one ticket. The first needs no wait. */
  readonly waitMinutes: number;
  readonly maxChases: number;
  /** The status a chase puts the ticket in; null leaves it. */
  readonly setStatus: TicketStatus | null;
  /** What the desk calls that status, where an administrator has named it. */
  readonly setNamed?: NamedStatus;
  /** The call logged by the chase that reaches the maximum; null logs none. */
  readonly escalation: { readonly title: string } | null;
};

/** Where nobody can chase. */
export const noChase: ChasePolicy = { enabled: false, waitMinutes: 0, maxChases: 0, setStatus: null, escalation: null };

export const statusAfterChase = ({ setStatus, setNamed }: ChasePolicy): SetStatus | null =>
  setStatus && { status: setStatus, ...(setNamed ? { named: setNamed } : {}) };

/** What holds for one person: without the right they chase nothing, whatever their partition says (seed 000, statements 10 and 19). */
export const chasePolicyFor = (person: Pick<Person, 'rights'>, partition: Pick<Partition, 'chase'>, kind: TicketKind): ChasePolicy => {
  const policy = partition.chase[kind];
  return person.rights.includes(chaseRight[kind]) ? policy : { ...policy, enabled: false };
};

/** Allowed, or the very refusal that a desk answers with. */
export type ChaseDecision =
  | { readonly kind: 'allowed'; readonly reachesMaximum: boolean }
  | Extract<Refusal, { readonly kind: 'chase-not-offered' | 'nothing-to-chase' | 'no-chases-left' | 'too-soon-to-chase' }>;

/** May this ticket be chased now? Chases count per ticket, whoever made them. A call that was logged because of chases is not chased itself. */
export const decideChase = (ticket: Ticket, policy: ChasePolicy, now: Instant): ChaseDecision => {
  if (!policy.enabled || ticket.escalates) return { kind: 'chase-not-offered' };
  if (!isOpen(ticket)) return { kind: 'nothing-to-chase' };
  const left = chasesLeft(ticket, policy);
  if (left <= 0) return { kind: 'no-chases-left', max: policy.maxChases };
  const possibleAt = nextChaseAt(ticket, policy);
  if (now < possibleAt) return { kind: 'too-soon-to-chase', possibleAt };
  return { kind: 'allowed', reachesMaximum: left === 1 };
};

/** How often it can still be chased. */
export const chasesLeft = (ticket: Ticket, { maxChases }: ChasePolicy): number => maxChases - ticket.chases.length;

const nextChaseAt = (ticket: Ticket, policy: ChasePolicy): Instant => {
  const lastAt = Math.max(...ticket.chases.map((chase) => chase.at));
  return lastAt + minutes(policy.waitMinutes);
};
