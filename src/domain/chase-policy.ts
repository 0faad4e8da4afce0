import type { Instant } from './instant.ts';
import { minutes } from './instant.ts';
import type { Ticket, TicketStatus } from './ticket.ts';
import { isOpen } from './ticket.ts';

/** How people of a partition may chase one kind of ticket (seed 000, "Call Chase" and "Request Chase"). */
export type ChasePolicy = {
  readonly enabled: boolean;
  /** Minutes between two chases of one ticket. The first needs no wait. */
  readonly waitMinutes: number;
  readonly maxChases: number;
  /** The status a chase puts the ticket in; null leaves it. */
  readonly setStatus: TicketStatus | null;
  /** The call logged by the chase that reaches the maximum; null logs none. */
  readonly escalation: { readonly title: string } | null;
};

/** Where nobody can chase. */
export const noChase: ChasePolicy = { enabled: false, waitMinutes: 0, maxChases: 0, setStatus: null, escalation: null };

export type ChaseDecision =
  | { readonly kind: 'allowed'; readonly left: number; readonly reachesMaximum: boolean }
  | { readonly kind: 'too-soon'; readonly possibleAt: Instant; readonly left: number }
  | { readonly kind: 'none-left'; readonly max: number }
  | { readonly kind: 'nothing-to-chase' }
  | { readonly kind: 'not-offered' };

/** May this ticket be chased now? Chases count per ticket, whoever made them; `left` counts this one. */
export const decideChase = (ticket: Ticket, policy: ChasePolicy, now: Instant): ChaseDecision => {
  if (!policy.enabled) return { kind: 'not-offered' };
  if (!isOpen(ticket)) return { kind: 'nothing-to-chase' };
  const left = policy.maxChases - ticket.chases.length;
  if (left <= 0) return { kind: 'none-left', max: policy.maxChases };
  const possibleAt = nextChaseAt(ticket, policy);
  if (now < possibleAt) return { kind: 'too-soon', possibleAt, left };
  return { kind: 'allowed', left, reachesMaximum: left === 1 };
};

const nextChaseAt = (ticket: Ticket, policy: ChasePolicy): Instant => {
  const lastAt = Math.max(...ticket.chases.map((chase) => chase.at));
  return lastAt + minutes(policy.waitMinutes);
};
