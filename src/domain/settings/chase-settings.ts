/** What is set about chasing calls, or requests (seed 000, statements 9 to 21). */
import { statusAfterChase, type ChasePolicy } from '../chase-policy.ts';
import type { CallTemplateId, PersonId } from '../ids.ts';
import { keyOfRecord, type DeskRecords } from '../records/desk-record.ts';
import { statusNamed, type StatusRecord } from '../records/status-record.ts';
import { isOpenPhase, statusKeyOf, ticketStatuses, type StatusKey, type TicketKind, type TicketStatus } from '../ticket.ts';

export type ChaseSettings = {
  readonly enabled: boolean;
  readonly waitMinutes: number;
  readonly maxChases: number;
  readonly setStatus: StatusKey | null;
  /** The template of the call that the last chase logs; null logs none. */
  readonly escalation: CallTemplateId | null;
  /** Who is written to when that call is logged. */
  readonly recipients: readonly PersonId[];
};

/** Who chases still waits: what a chase sets is a status of something open. */
export const chasePhases: readonly TicketStatus[] = ticketStatuses.filter(isOpenPhase);

/** The named ones beside them: the list equals what is kept for that kind (seed 000, statements 11 and 20). */
export const chaseStatusesFor = (kind: TicketKind, statuses: readonly StatusRecord[]): readonly StatusRecord[] =>
  statuses.filter((status) => status.for === kind && isOpenPhase(status.phase));

export type ChaseWarning = 'leads-to-nothing' | 'many-chases';

/** What is allowed, and helps nobody (seed 000, statements 14 and 23). */
export const chaseWarnings = ({ enabled, setStatus, escalation, maxChases }: Omit<ChaseSettings, 'recipients' | 'waitMinutes'>): readonly ChaseWarning[] =>
  enabled ? [...(setStatus === null && escalation === null ? (['leads-to-nothing'] as const) : []), ...(maxChases > 5 ? (['many-chases'] as const) : [])] : [];

/** What settings of chasing name. */
export type NamedByChase = Pick<DeskRecords, 'call-template' | 'status'>;

/** As it holds for people: they are told what the call is called, and not who is written to. */
export const policyUnder = ({ enabled, waitMinutes, maxChases, setStatus, escalation }: ChaseSettings, known: NamedByChase): ChasePolicy => {
  const template = known['call-template'].find(({ id }) => id === escalation);
  return { enabled, waitMinutes, maxChases, ...statusUnder(setStatus, known.status), escalation: template ? { title: template.subject } : null };
};

const statusUnder = (setStatus: StatusKey | null, statuses: readonly StatusRecord[]): Pick<ChasePolicy, 'setStatus' | 'setNamed'> => {
  const record = statuses.find(({ id }) => keyOfRecord('status', id) === setStatus);
  if (!record) return { setStatus: chasePhases.find((phase) => phase === setStatus) ?? null };
  const { status, named } = statusNamed(record);
  return { setStatus: status, setNamed: named };
};

/** Where only the policy is known, which says what the call is called. */
export const chaseSettingsOf = (policy: ChasePolicy, templates: DeskRecords['call-template']): ChaseSettings => {
  const { enabled, waitMinutes, maxChases, escalation } = policy;
  const status = statusAfterChase(policy);
  return {
    enabled,
    waitMinutes,
    maxChases,
    setStatus: status && statusKeyOf(status),
    escalation: templates.find(({ subject }) => subject === escalation?.title)?.id ?? null,
    recipients: [],
  };
};
