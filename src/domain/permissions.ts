/** Who may do what, as sentences: the one table that the backend enforces and the screens predict from. */
import type { ActionKind } from './action.ts';
import type { Person, Role } from './person.ts';
import type { Right } from './rights.ts';
import type { Ticket } from './ticket.ts';

/** How a ticket relates to a person: raised by them, by somebody else of a partition they work for, or neither. */
export type Relation = 'own' | 'same-partition' | 'foreign';

/** `with` names a right that they must have besides. */
type Sentence = { readonly who: Role; readonly may: readonly ActionKind[]; readonly on: readonly Relation[]; readonly with?: Right };

const sentences: readonly Sentence[] = [
  { who: 'employee', may: ['raise-ticket', 'reply', 'attach', 'chase', 'resolve', 'reopen', 'mark-read'], on: ['own'] },
  { who: 'employee', may: ['ask-chat', 'leave-message'], on: ['own'], with: 'chat-user' },
  { who: 'employee', may: ['say', 'end-chat', 'rate-chat'], on: ['own'] },
  { who: 'analyst', may: ['reply', 'attach'], on: ['own', 'same-partition'] },
  { who: 'analyst', may: ['add-note', 'set-status', 'assign'], on: ['same-partition'] },
  { who: 'analyst', may: ['accept-chat', 'say', 'end-chat'], on: ['same-partition'], with: 'chat-analyst' },
  { who: 'analyst', may: ['record-contact'], on: ['same-partition'], with: 'prompt-to-save-on-close' },
  { who: 'analyst', may: ['set-availability'], on: ['own'], with: 'chat-analyst' },
  { who: 'chat-manager', may: ['set-availability'], on: ['own', 'same-partition'], with: 'chat-manager' },
  { who: 'chat-manager', may: ['set-chat-queue'], on: ['same-partition'], with: 'chat-manager' },
];

export const mayPerform = (person: Person, kind: ActionKind, relation: Relation): boolean =>
  sentences.some(
    (sentence) =>
      sentence.may.includes(kind) &&
      person.roles.includes(sentence.who) &&
      sentence.on.includes(relation) &&
      (sentence.with === undefined || person.rights.includes(sentence.with)),
  );

/** As much of a ticket as tells whose it is. */
export type Belonging = { readonly requester: Pick<Ticket['requester'], 'id'>; readonly partitionId: Ticket['partitionId'] };

export const relationOf = (person: Person, ticket: Belonging): Relation => {
  if (ticket.requester.id === person.id) return 'own';
  return ticket.partitionId === person.partitionId ? 'same-partition' : 'foreign';
};

/** Employees see their own tickets; analysts see all of their partition. */
export const maySee = (person: Person, ticket: Belonging): boolean => {
  const relation = relationOf(person, ticket);
  return relation === 'own' || (relation === 'same-partition' && person.roles.includes('analyst'));
};
