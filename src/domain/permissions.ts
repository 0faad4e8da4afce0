/** Who may do what, as sentences: the one table that the backend enforces and the screens predict from. */
import type { ActionKind } from './action.ts';
import type { Person, Role } from './person.ts';
import type { Ticket } from './ticket.ts';

/** How a ticket relates to a person: raised by them, by somebody else of a partition they work for, or neither. */
export type Relation = 'own' | 'same-partition' | 'foreign';

type Sentence = { readonly who: Role; readonly may: ActionKind; readonly on: readonly Relation[] };

const sentences: readonly Sentence[] = [
  { who: 'employee', may: 'raise-ticket', on: ['own'] },
  { who: 'employee', may: 'reply', on: ['own'] },
  { who: 'employee', may: 'attach', on: ['own'] },
  { who: 'employee', may: 'chase', on: ['own'] },
  { who: 'employee', may: 'resolve', on: ['own'] },
  { who: 'employee', may: 'reopen', on: ['own'] },
  { who: 'employee', may: 'mark-read', on: ['own'] },
  { who: 'analyst', may: 'reply', on: ['own', 'same-partition'] },
  { who: 'analyst', may: 'attach', on: ['own', 'same-partition'] },
  { who: 'analyst', may: 'add-note', on: ['same-partition'] },
  { who: 'analyst', may: 'set-status', on: ['same-partition'] },
];

export const mayPerform = (person: Person, kind: ActionKind, relation: Relation): boolean =>
  sentences.some((sentence) => sentence.may === kind && person.roles.includes(sentence.who) && sentence.on.includes(relation));

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
