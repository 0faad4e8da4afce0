/** What is wrong with a record that is to be saved: told beside the field, and enforced by the backend. */
import type { Person } from '../person.ts';
import { worksAsAnalyst, type DeskRecords, type PersonRecord, type RecordChange, type RecordKind } from './desk-record.ts';
import { isAddress, longestName } from '../name-and-address.ts';
import type { FieldProblem } from './field-problem.ts';
import { isDomain, portalId } from './portal-record.ts';
import type { Recipient } from './recipient.ts';
import type { StatusRecord } from './status-record.ts';

/** Where a record is saved, beside what else is kept. */
export type RecordSurroundings = {
  readonly actor: Pick<Person, 'id'>;
  readonly partitionIds: ReadonlySet<string>;
  /** What the six statuses that every desk has are called in the language of whoever saves; the backend knows none. */
  readonly phaseNames?: readonly string[];
};

/** All that is wrong, field by field; empty for nothing. */
export const problemsOfRecord = (change: RecordChange, known: DeskRecords, surroundings: RecordSurroundings): readonly FieldProblem[] => {
  if (change.to === null) return [];
  switch (change.of) {
    case 'group':
      return [...nameProblems(change.to, known.group), ...memberProblems(change, known)];
    case 'call-template':
      return [
        ...nameProblems(change.to, known['call-template']),
        ...textProblems('subject', change.to.subject),
        ...recipientProblems(change.to.recipient, known),
      ];
    case 'routing-rule':
      return [
        ...nameProblems(change.to, known['routing-rule']),
        ...(Number.isSafeInteger(change.to.rank) && change.to.rank >= 0 && change.to.rank <= 9_999 ? [] : [wrong('rank', 'not-a-whole-number')]),
        ...(change.to.when.contains.length > longestName ? [wrong('contains', 'too-long')] : []),
        ...(change.to.when.partitionId === null || surroundings.partitionIds.has(change.to.when.partitionId) ? [] : [wrong('when', 'not-there')]),
        ...recipientProblems(change.to.recipient, known),
      ];
    case 'status':
      return statusProblems(change.to, known, surroundings.phaseNames ?? []);
    case 'role':
      // Somebody must be able to give a right back.
      return change.to.id === 'administrator' && !change.to.rights.includes('self-service-portal-setup') ? [wrong('rights', 'stays-with-administrators')] : [];
    case 'person':
      return personProblems(change.to, known, surroundings);
    case 'portal':
      return change.to.id === portalId && change.to.registrationDomains.every(isDomain) ? [] : [wrong('registrationDomains', 'not-a-domain')];
  }
};

/** What is for calls is chosen from another list than what is for requests: each of them has its own names, beside the six. */
const statusProblems = (status: StatusRecord, known: DeskRecords, phaseNames: readonly string[]): readonly FieldProblem[] =>
  nameProblems(status, [...known.status.filter((other) => other.for === status.for), ...phaseNames.map((name) => ({ id: '', name }))]);

/** Whoever was in the group may stay when they are no analyst any more: it is not this save that made it so, and roles can come back. */
const memberProblems = ({ from, to }: Extract<RecordChange, { readonly of: 'group' }>, known: DeskRecords): readonly FieldProblem[] =>
  (to?.memberIds ?? []).every((id) => isAnalyst(known, id) || from?.memberIds.includes(id)) ? [] : [wrong('memberIds', 'no-analyst')];

const personProblems = (person: PersonRecord, known: DeskRecords, { actor, partitionIds }: RecordSurroundings): readonly FieldProblem[] => {
  const others = known.person.filter(({ id }) => id !== person.id);
  return [
    ...textProblems('name', person.name),
    ...textProblems('userName', person.userName),
    ...(others.some(({ userName }) => isSameName(userName, person.userName)) ? [wrong('userName', 'taken')] : []),
    ...(isAddress(person.email) ? [] : [wrong('email', 'not-an-address')]),
    ...(others.some(({ email }) => isSameName(email, person.email)) ? [wrong('email', 'taken')] : []),
    ...(partitionIds.has(person.partitionId) ? [] : [wrong('partitionId', 'not-there')]),
    ...(person.roles.length > 0 ? [] : [wrong('roles', 'missing')]),
    // Whoever keeps the people cannot shut themselves out: another one can.
    ...(person.id === actor.id && !keepsSetup(person, known) ? [wrong('roles', 'needed')] : []),
    ...(person.id === actor.id && person.hasLeft ? [wrong('hasLeft', 'needed')] : []),
  ];
};

const keepsSetup = ({ roles }: PersonRecord, { role }: DeskRecords): boolean =>
  role.some(({ id, rights }) => roles.includes(id) && rights.includes('self-service-portal-setup'));

/** A record that names another one, or the settings of a partition that do. */
export type Namer = { readonly of: 'call-template' | 'routing-rule' | 'settings'; readonly name: string };

/** Why a record cannot be taken away: the records that name it, and the partitions whose settings do. */
export const namersOf = (of: RecordKind, id: string, known: DeskRecords, namedBySettingsOf: readonly string[]): readonly Namer[] => {
  const among = (kind: 'call-template' | 'routing-rule'): readonly Namer[] =>
    known[kind].filter(({ recipient }) => recipient?.kind === of && recipient.id === id).map(({ name }) => ({ of: kind, name }));
  return [...among('call-template'), ...among('routing-rule'), ...namedBySettingsOf.map((name) => ({ of: 'settings' as const, name }))];
};

const recipientProblems = (recipient: Recipient | null, known: DeskRecords): readonly FieldProblem[] => {
  if (recipient === null) return [];
  if (recipient.id === '') return [wrong('recipient', 'missing')];
  const isThere = recipient.kind === 'group' ? known.group.some(({ id }) => id === recipient.id) : isAnalyst(known, recipient.id);
  return isThere ? [] : [wrong('recipient', 'not-there')];
};

export const isAnalyst = (known: DeskRecords, personId: string): boolean => known.person.some((person) => person.id === personId && worksAsAnalyst(person));

type Named = { readonly id: string; readonly name: string };

const nameProblems = (record: Named, all: readonly Named[]): readonly FieldProblem[] => [
  ...textProblems('name', record.name),
  ...(all.some(({ id, name }) => id !== record.id && isSameName(name, record.name)) ? [wrong('name', 'taken')] : []),
];

const textProblems = (field: string, text: string): readonly FieldProblem[] => {
  if (text.trim() === '') return [wrong(field, 'missing')];
  return text.trim().length > longestName ? [wrong(field, 'too-long')] : [];
};

const isSameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

const wrong = (field: string, problem: FieldProblem['problem']): FieldProblem => ({ field, problem });
