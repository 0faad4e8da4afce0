/**
 * A service desk without idempotency, as most of them are: numeric ids of its own, and whoever sends twice has two. All
 * it offers is one searchable field per case and per note, `reference`, in which a caller may leave an id of theirs.
 */
import type { TicketAction, TicketActionBody } from '../../domain/action.ts';
import { decideAction } from '../../domain/decide-action.ts';
import type { Effects, Scene } from '../../domain/scene.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { ActionId, EntryId, PersonId, TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Person } from '../../domain/person.ts';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Service } from '../../domain/service.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';

type KeylessCase = { readonly reference: string | null; readonly revision: number; readonly ticket: Ticket };
export type KeylessNote = { readonly reference: string | null; readonly revision: number; readonly entry: Entry };

export type KeylessDesk = {
  readonly people: readonly Person[];
  readonly partition: Partition;
  readonly flows: readonly QuestionFlow[];
  /** What is offered now; a service may be taken away and come back. */
  services: readonly Service[];
  readonly now: () => Instant;
  readonly cases: Map<TicketId, KeylessCase>;
  readonly notes: KeylessNote[];
  /** What has arrived of each attachment, by the id of its note. */
  readonly bytes: Map<EntryId, Uint8Array>;
  /** Session tokens. */
  readonly sessions: Map<string, PersonId>;
  /** Name of the feed of revisions: it begins anew under another one. */
  feed: string;
  revision: number;
  lastId: number;
};

export const createKeylessDesk = (
  start: Pick<KeylessDesk, 'people' | 'partition' | 'flows' | 'services' | 'now'> & { readonly tickets: readonly Ticket[] },
): KeylessDesk => {
  const desk: KeylessDesk = { ...start, cases: new Map(), notes: [], bytes: new Map(), sessions: new Map(), feed: 'f1', revision: 1, lastId: 1000 };
  for (const ticket of start.tickets) {
    const id = takeId(desk) as TicketId;
    desk.revision += 1;
    desk.cases.set(id, { reference: null, revision: desk.revision, ticket: { ...ticket, id, number: `INC${id}` } });
  }
  return desk;
};

/** The desk's own ids: numbers, and nothing that anybody could know beforehand. */
const takeId = (desk: KeylessDesk): string => {
  desk.lastId += 1;
  return String(desk.lastId);
};

export type KeylessOutcome = { readonly at: Instant; readonly revision: number; readonly caseId: TicketId } | { readonly refusal: Refusal };

/** Logs a case. Twice is two. */
export const logCase = (
  desk: KeylessDesk,
  actor: Person,
  reference: string | null,
  data: Extract<TicketActionBody, { kind: 'raise-ticket' }>['data'],
  at: Instant,
): KeylessOutcome => judge(desk, actor, null, takeId(desk) as TicketId, reference, { kind: 'raise-ticket', data }, at);

/** Adds to a case what somebody wrote, sent or did. Twice is two. */
export const addToCase = (desk: KeylessDesk, actor: Person, caseId: TicketId, reference: string | null, body: TicketActionBody, at: Instant): KeylessOutcome =>
  judge(desk, actor, desk.cases.get(caseId) ?? null, caseId, reference, body, at);

const judge = (
  desk: KeylessDesk,
  actor: Person,
  about: KeylessCase | null,
  caseId: TicketId,
  reference: string | null,
  body: TicketActionBody,
  at: Instant,
): KeylessOutcome => {
  const own = takeId(desk) as ActionId;
  const action = { v: 1, id: own, subject: { kind: 'ticket', id: caseId }, at, ...body } as TicketAction;
  const scene = sceneOf(desk, actor, about, body, at);
  const decision = decideAction(scene, action);
  if (!decision.ok) return { refusal: decision.problem };
  save(desk, decision.value, own, reference, body.kind === 'raise-ticket');
  return { at: scene.now, revision: desk.revision, caseId };
};

const sceneOf = (desk: KeylessDesk, actor: Person, about: KeylessCase | null, body: TicketActionBody, at: Instant): Scene => {
  const service = body.kind === 'raise-ticket' ? desk.services.find(({ id }) => id === body.data.serviceId) : undefined;
  const flow = desk.flows.find(({ id, version }) => id === service?.flow.id && version === service.flow.version);
  const escalationId = takeId(desk) as TicketId;
  return {
    actor,
    partition: desk.partition,
    now: Math.max(desk.now(), ...(about ? desk.notes.filter(({ entry }) => entry.ticketId === about.ticket.id).map(({ entry }) => entry.at + 1) : [])),
    ticket: about?.ticket ?? null,
    ...(service ? { service } : {}),
    ...(flow ? { flow } : {}),
    today: new Date(at - 86_400_000).toISOString().slice(0, 10),
    ticketNumber: body.kind === 'raise-ticket' ? `INC${desk.lastId}` : null,
    escalationCall: { id: escalationId, number: `INC${escalationId}`, title: 'Chased to the maximum' },
    fileLimits,
  };
};

const save = (desk: KeylessDesk, { tickets, entries }: Effects, own: ActionId, reference: string | null, isNew: boolean): void => {
  desk.revision += 1;
  for (const ticket of tickets) {
    const known = desk.cases.get(ticket.id);
    desk.cases.set(ticket.id, { reference: known ? known.reference : isNew ? reference : null, revision: desk.revision, ticket });
  }
  for (const entry of entries) desk.notes.push({ reference: entry.id === (own as string) ? reference : null, revision: desk.revision, entry });
};

/** Everything that carries this reference: what a caller asks who does not know how a request of theirs ended. */
export const findByReference = (
  desk: KeylessDesk,
  reference: string,
): readonly { readonly at: Instant; readonly revision: number; readonly caseId: TicketId }[] =>
  desk.notes.filter((note) => note.reference === reference).map(({ entry, revision }) => ({ at: entry.at, revision, caseId: entry.ticketId }));

/** Appends bytes to an attachment; how much of it is there now, or null when there is no such attachment. */
export const addBytes = (desk: KeylessDesk, noteId: EntryId, offset: number, more: Uint8Array): number | null => {
  const index = desk.notes.findIndex(({ entry }) => entry.id === noteId);
  const note = desk.notes[index];
  if (note?.entry.body.kind !== 'file') return null;
  const held = desk.bytes.get(noteId) ?? new Uint8Array();
  if (offset !== held.byteLength) return held.byteLength;
  const whole = new Uint8Array(held.byteLength + more.byteLength);
  whole.set(held);
  whole.set(more, offset);
  desk.bytes.set(noteId, whole);
  if (whole.byteLength === note.entry.body.file.sizeBytes) {
    desk.revision += 1;
    desk.notes[index] = { ...note, revision: desk.revision, entry: { ...note.entry, body: { ...note.entry.body, arrived: true } } };
  }
  return whole.byteLength;
};
