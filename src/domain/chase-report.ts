/** Who chased what, when, and what came of it (seed 000, statement 25: chase data can be analysed). */
import type { ActionId, TicketId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { TicketView } from './lay-over.ts';
import { isForDeskOnly, type Entry, type Ticket } from './ticket.ts';

export type ChaseOutcome =
  /** The desk wrote or changed something before the next chase. */
  | { readonly kind: 'answered'; readonly at: Instant }
  /** It reached the maximum: a call was logged. */
  | { readonly kind: 'escalated'; readonly callId: TicketId; readonly callNumber: string }
  | { readonly kind: 'chased-again' }
  | { readonly kind: 'waiting' };

export type ReportedChase = {
  readonly id: ActionId;
  readonly at: Instant;
  readonly by: string;
  readonly ticket: Ticket;
  /** The first, the second … of this ticket. */
  readonly count: number;
  readonly outcome: ChaseOutcome;
};

/** The newest first. */
export const reportChases = (tickets: readonly TicketView[]): readonly ReportedChase[] => tickets.flatMap(chasesOf).sort((one, other) => other.at - one.at);

const chasesOf = ({ ticket, entries }: TicketView): readonly ReportedChase[] =>
  ticket.chases.map((chase, index) => ({
    id: chase.id,
    at: chase.at,
    by: chase.by,
    ticket,
    count: index + 1,
    outcome: outcomeOf(chase.id, chase.at, ticket.chases[index + 1]?.at ?? null, entries),
  }));

const outcomeOf = (id: ActionId, at: Instant, nextAt: Instant | null, entries: readonly Entry[]): ChaseOutcome => {
  const escalation = entries.find((entry) => entry.id.startsWith(`${id}/`) && entry.body.kind === 'escalation');
  if (escalation?.body.kind === 'escalation') return { ...escalation.body, kind: 'escalated' };
  const answers = entries.filter((entry) => entry.by?.side === 'desk' && isHeard(entry) && entry.at > at && (nextAt === null || entry.at < nextAt));
  if (answers.length > 0) return { kind: 'answered', at: Math.min(...answers.map((answer) => answer.at)) };
  return { kind: nextAt === null ? 'waiting' : 'chased-again' };
};

/** What stays at the desk is no answer to whoever waits. */
const isHeard = ({ body }: Entry): boolean => !isForDeskOnly(body);

export type ChaseSummary = {
  readonly chases: number;
  readonly tickets: number;
  readonly escalated: number;
  /** Half of those that were answered were answered sooner, in milliseconds; null where none was. */
  readonly medianAnswerMs: number | null;
};

export const summariseChases = (chases: readonly ReportedChase[]): ChaseSummary => ({
  chases: chases.length,
  tickets: new Set(chases.map(({ ticket }) => ticket.id)).size,
  escalated: chases.filter(({ outcome }) => outcome.kind === 'escalated').length,
  medianAnswerMs: median(chases.flatMap(({ at, outcome }) => (outcome.kind === 'answered' ? [outcome.at - at] : []))),
});

const median = (values: readonly number[]): number | null => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? null;
