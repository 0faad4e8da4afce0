/** The call that a registration logs (seed 000, statement 7), and what becomes of it when the desk has decided. */
import type { CallToLog } from '../scene.ts';
import type { ActionId, EntryId, QuestionId, RegistrationId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { isOpen, statusOf, type AnsweredQuestion, type Entry, type Ticket } from '../ticket.ts';
import type { DecidedRegistration } from './decide-registration.ts';
import { detailFields, saidIn, type Detail, type Registration } from './registration.ts';

/** What each detail is called: words of whoever logs the call. */
export type DetailLabels = Readonly<Record<Detail, string>>;

type Logged = { readonly ticket: Ticket; readonly entries: readonly Entry[] };

export const registrationCall = (registration: Registration, call: CallToLog, labels: DetailLabels): Logged => {
  const { id: registrationId, details, personId, at } = registration;
  const { title, ...logged } = call;
  const said = saidIn(registration);
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
    awaitsAccount: true,
  };
  return { ticket, entries: [{ id: `${registrationId}/registration` as EntryId, ticketId: ticket.id, at, by: null, body: { kind: 'raised' } }] };
};

const answer = (field: Detail, label: string, value: string): AnsweredQuestion => ({
  questionId: `registration.${field}` as QuestionId,
  label,
  kind: field === 'reason' ? 'long-text' : 'short-text',
  value,
  optionLabels: [],
});

/** They asked again, under another id: a note tells the desk what they say now, and it is the desk's turn, whatever it waited for. */
export const callAskedAgain = (ticket: Ticket, askedId: RegistrationId, text: string, now: Instant): Logged => {
  const entryOf = (suffix: string, body: Entry['body']): Entry => ({ id: `${askedId}/${suffix}` as EntryId, ticketId: ticket.id, at: now, by: null, body });
  const note = entryOf('again', { kind: 'note', text });
  const asked = { ...ticket, updatedAt: now, personWroteAt: now };
  if (isOpen(ticket) && statusOf(ticket) !== 'waiting-for-person') return { ticket: asked, entries: [note] };
  const fact = entryOf('again-status', { kind: 'status', to: 'in-progress' });
  return { ticket: { ...asked, statuses: [...asked.statuses, { id: fact.id, at: now, status: 'in-progress' }] }, entries: [note, fact] };
};

/** The decision resolves the call and is told in its history, and the call is theirs; `actionId` is that of whoever decided. */
export const decidedCall = (ticket: Ticket, { decision, personId }: DecidedRegistration, actionId: ActionId, now: Instant): Logged => {
  const entry: Entry = {
    id: actionId as string as EntryId,
    ticketId: ticket.id,
    at: now,
    by: { ...decision.by, side: 'desk' },
    body: { kind: 'registration', approved: decision.kind === 'approved', reason: decision.reason },
  };
  const { awaitsAccount, ...known } = ticket;
  return {
    ticket: {
      ...known,
      // Nobody has read it yet who could: whoever was declined never will.
      ...(decision.kind === 'declined' && awaitsAccount ? { awaitsAccount } : {}),
      requester: { ...ticket.requester, id: personId },
      updatedAt: now,
      deskWroteAt: now,
      statuses: [...ticket.statuses, { id: `${actionId}/status` as EntryId, at: now, status: 'resolved' }],
    },
    entries: [entry],
  };
};
