/** What is set about chasing calls, or requests (seed 000, statements 9 to 21). */
import type { ChasePolicy } from '../chase-policy.ts';
import type { CallTemplateId, PersonId } from '../ids.ts';
import type { CallTemplate } from '../records/call-template.ts';
import { ticketStatuses, type TicketStatus } from '../ticket.ts';

export type ChaseSettings = {
  readonly enabled: boolean;
  readonly waitMinutes: number;
  readonly maxChases: number;
  readonly setStatus: TicketStatus | null;
  /** The template of the call that the last chase logs; null logs none. */
  readonly escalation: CallTemplateId | null;
  /** Who is written to when that call is logged. */
  readonly recipients: readonly PersonId[];
};

/** Who chases still waits: what a chase sets is a status of something open. */
export const chaseStatuses: readonly TicketStatus[] = ticketStatuses.filter((status) => status !== 'resolved' && status !== 'closed');

export type ChaseWarning = 'leads-to-nothing' | 'many-chases';

/** What is allowed, and helps nobody (seed 000, statements 14 and 23). */
export const chaseWarnings = ({ enabled, setStatus, escalation, maxChases }: Omit<ChaseSettings, 'recipients' | 'waitMinutes'>): readonly ChaseWarning[] =>
  enabled ? [...(setStatus === null && escalation === null ? (['leads-to-nothing'] as const) : []), ...(maxChases > 5 ? (['many-chases'] as const) : [])] : [];

/** As it holds for people: they are told what the call is called, and not who is written to. */
export const policyUnder = ({ enabled, waitMinutes, maxChases, setStatus, escalation }: ChaseSettings, templates: readonly CallTemplate[]): ChasePolicy => {
  const template = templates.find(({ id }) => id === escalation);
  return { enabled, waitMinutes, maxChases, setStatus, escalation: template ? { title: template.subject } : null };
};

/** Where only the policy is known, which says what the call is called. */
export const chaseSettingsOf = ({ escalation, ...rest }: ChasePolicy, templates: readonly CallTemplate[]): ChaseSettings => ({
  ...rest,
  escalation: templates.find(({ subject }) => subject === escalation?.title)?.id ?? null,
  recipients: [],
});
