/** The call that a registration logs (seed 000, statement 7), and what becomes of it when the desk has decided. */
import type { CallToLog } from '../scene.ts';
import type { ActionId, EntryId, QuestionId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { AnsweredQuestion, Entry, Ticket } from '../ticket.ts';
import type { DecidedRegistration } from './decide-registration.ts';
import type { Registration } from './registration.ts';

/** What each detail is called: words of whoever logs the call. */
export type DetailLabels = Readonly<Record<'name' | 'email' | 'partition' | 'phone' | 'reason', string>>;

type Logged = { readonly ticket: Ticket; readonly entries: readonly Entry[] };

export const registrationCall = ({ id: registrationId, details, partitionName, personId, at }: Registration, call: CallToLog, labels: DetailLabels): Logged => {
  const { title, ...logged } = call;
  const said = { name: details.name, email: details.email, partition: partitionName, phone: details.phone, reason: details.reason };
  const ticket: Ticket = {
    ...logged,
    kind: 'call',
    source: 'registration',
    title: `${title}: ${details.name}`,
    partitionId: details.partitionId,
    requester: { id: personId, name: details.name },
    serviceId: null,
    flow: null,
    answers: detailFields.flatMap((field) => (said[field] === '' ? [] : [answer(field, labels[field], said[field])])),
    raisedAt: at,
    updatedAt: at,
    statuses: [{ id: `${registrationId}/registration` as EntryId, at, status: 'new' }],
    chases: [],
    deskWroteAt: null,
    readAt: at,
    dueAt: null,
    escalationCallId: null,
    escalates: null,
  };
  return { ticket, entries: [{ id: `${registrationId}/registration` as EntryId, ticketId: ticket.id, at, by: null, body: { kind: 'raised' } }] };
};

const detailFields = ['name', 'email', 'partition', 'phone', 'reason'] as const;

const answer = (field: string, label: string, value: string): AnsweredQuestion => ({
  questionId: `registration.${field}` as QuestionId,
  label,
  kind: field === 'reason' ? 'long-text' : 'short-text',
  value,
  optionLabels: [],
});

/** The decision resolves the call and is told in its history, and the call is theirs; `actionId` is that of whoever decided. */
export const decidedCall = (ticket: Ticket, { decision, personId }: DecidedRegistration, actionId: ActionId, now: Instant): Logged => {
  const entry: Entry = {
    id: actionId as string as EntryId,
    ticketId: ticket.id,
    at: now,
    by: { ...decision.by, side: 'desk' },
    body: { kind: 'registration', approved: decision.kind === 'approved', reason: decision.reason },
  };
  return {
    ticket: {
      ...ticket,
      requester: { ...ticket.requester, id: personId },
      updatedAt: now,
      deskWroteAt: now,
      statuses: [...ticket.statuses, { id: `${actionId}/status` as EntryId, at: now, status: 'resolved' }],
    },
    entries: [entry],
  };
};
