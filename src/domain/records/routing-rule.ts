/** Routing rules: whoever they name gets a call in place of its template's recipient (seed 000, statement 8, "IPK workflow rules"). */
import type { PartitionId, RoutingRuleId } from '../ids.ts';
import type { CallType, Priority, TicketSource } from '../call.ts';
import type { CallTemplate } from './call-template.ts';
import type { Recipient } from './recipient.ts';

export type RoutingRule = {
  readonly id: RoutingRuleId;
  readonly name: string;
  /** Rules are tried from the lowest rank. */
  readonly rank: number;
  /** What a call must be; what is null is not asked. */
  readonly when: {
    readonly source: TicketSource | null;
    readonly partitionId: PartitionId | null;
    readonly callType: CallType | null;
    readonly priority: Priority | null;
    /** A word or words that its text holds, whatever the case; empty is not asked. */
    readonly contains: string;
  };
  readonly recipient: Recipient;
};

/** What is known of a call while it is logged. */
export type CallFacts = {
  readonly source: TicketSource;
  readonly partitionId: PartitionId;
  readonly callType: CallType;
  readonly priority: Priority;
  readonly text: string;
};

/** Of the rules that the call meets the first one decides; where none does, its template. */
export const recipientOf = (template: CallTemplate, rules: readonly RoutingRule[], facts: CallFacts): Recipient | null =>
  rules.toSorted(inOrder).find((rule) => isMet(rule, facts))?.recipient ?? template.recipient;

/** Of two with one rank, the one whose name comes first. */
const inOrder = (one: RoutingRule, other: RoutingRule): number => one.rank - other.rank || (one.name < other.name ? -1 : 1);

const isMet = ({ when }: RoutingRule, facts: CallFacts): boolean =>
  (when.source ?? facts.source) === facts.source &&
  (when.partitionId ?? facts.partitionId) === facts.partitionId &&
  (when.callType ?? facts.callType) === facts.callType &&
  (when.priority ?? facts.priority) === facts.priority &&
  facts.text.toLowerCase().includes(when.contains.trim().toLowerCase());
