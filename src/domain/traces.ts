/** What actions leave behind on a ticket: facts, entries, times. */
import { maxTextLength, type Action } from './action.ts';
import type { EntryId, TicketId } from './ids.ts';
import type { Author, Person } from './person.ts';
import { relationOf } from './permissions.ts';
import type { Refusal } from './refusal.ts';
import type { Scene } from './scene.ts';
import type { Entry, EntryBody, SetStatus, Ticket, TicketKind } from './ticket.ts';

type Logged = {
  readonly id: TicketId;
  readonly number: string | null;
  readonly kind: TicketKind;
  readonly title: string;
  readonly requester: Pick<Person, 'id' | 'name'>;
};

/** A ticket that was logged this moment; its first status goes by the id of what logged it. */
export const newTicket = ({ now }: Scene, statusId: string, partitionId: Ticket['partitionId'], { requester, ...logged }: Logged): Ticket => ({
  ...logged,
  partitionId,
  requester: { id: requester.id, name: requester.name },
  serviceId: null,
  flow: null,
  answers: [],
  raisedAt: now,
  updatedAt: now,
  statuses: [{ id: statusId as EntryId, at: now, status: 'new' }],
  chases: [],
  deskWroteAt: null,
  readAt: now,
  dueAt: null,
  escalationCallId: null,
  escalates: null,
});

/** Clocks disagree: an unsent action must not make a ticket look older than the desk says it is. */
export const touched = (scene: Scene, ticket: Ticket): Ticket => ({ ...ticket, updatedAt: Math.max(ticket.updatedAt, scene.now) });

export const heardFromPerson = (scene: Scene, ticket: Ticket): Ticket => ({
  ...touched(scene, ticket),
  personWroteAt: Math.max(ticket.personWroteAt ?? 0, scene.now),
});

export const writtenByDesk = (scene: Scene, ticket: Ticket): Ticket => ({
  ...touched(scene, ticket),
  deskWroteAt: Math.max(ticket.deskWroteAt ?? 0, scene.now),
});

export const textProblem = (text: string): Refusal | null => {
  if (text.trim() === '') return { kind: 'empty-text' };
  return text.length > maxTextLength ? { kind: 'text-too-long', maxLength: maxTextLength } : null;
};

export const withStatus = (scene: Scene, ticket: Ticket, action: Action, to: SetStatus): Ticket =>
  hasStatusOf(ticket, action) ? ticket : { ...ticket, statuses: [...ticket.statuses, { id: statusFactId(action), at: scene.now, ...to }] };

export const hasStatusOf = (ticket: Ticket, action: Action): boolean => ticket.statuses.some((fact) => fact.id === statusFactId(action));

export const statusFactId = ({ id }: Pick<Action, 'id'>): EntryId => `${id}/status` as EntryId;

/** The desk's side is an analyst on somebody else's ticket; on their own they are a person like any other. */
export const sideOf = (scene: Scene, ticket: Ticket): Author['side'] => (relationOf(scene.actor, ticket) === 'own' ? 'person' : 'desk');

export const authorOf = (scene: Scene): Author => {
  const side = scene.ticket ? sideOf(scene, scene.ticket) : 'person';
  return { id: scene.actor.id, name: scene.actor.name, side };
};

/** The entry that an action leaves, by its own id. */
export const entryOf = (scene: Scene, action: Action, body: EntryBody): Entry => ({
  id: action.id as string as EntryId,
  ticketId: action.subject.id as TicketId,
  at: scene.now,
  by: authorOf(scene),
  body,
});

/** What came with it: by the rules, where nobody is named. */
export const followingEntry = (scene: Scene, action: Action, suffix: string, body: EntryBody, by: Author | null = null): Entry => ({
  ...entryOf(scene, action, body),
  id: `${action.id}/${suffix}` as EntryId,
  by,
});
