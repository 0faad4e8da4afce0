/** What administrators keep for the whole desk, and what settings choose from: one record at a time, each saved on its own. */
import type { ActionId, GroupId, PersonId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Person, Role } from '../person.ts';
import type { Right } from '../rights.ts';
import type { CallTemplate } from './call-template.ts';
import type { PortalRecord } from './portal-record.ts';
import type { RoutingRule } from './routing-rule.ts';
import type { StatusRecord } from './status-record.ts';

type Group = { readonly id: GroupId; readonly name: string; readonly memberIds: readonly PersonId[] };

/** What everybody who has a role may do. */
export type RoleRecord = { readonly id: Role; readonly rights: readonly Right[] };

/** A person as the desk keeps them. What they may follows from their roles. */
export type PersonRecord = Omit<Person, 'rights'> & {
  /** What they sign in with. */
  readonly userName: string;
  /** Cannot sign in any more; what they wrote stays. */
  readonly hasLeft: boolean;
};

/** And is still there. */
export const worksAsAnalyst = ({ roles, hasLeft }: Pick<PersonRecord, 'roles' | 'hasLeft'>): boolean => roles.includes('analyst') && !hasLeft;

type Bodies = {
  readonly group: Group;
  readonly 'call-template': CallTemplate;
  readonly 'routing-rule': RoutingRule;
  readonly status: StatusRecord;
  readonly role: RoleRecord;
  readonly person: PersonRecord;
  readonly portal: PortalRecord;
};

/** Those of which there are many. */
export const listedKinds = ['group', 'call-template', 'routing-rule', 'status', 'role', 'person'] as const satisfies readonly (keyof Bodies)[];
export type ListedKind = (typeof listedKinds)[number];
export type RecordKind = keyof Bodies;
export type DeskRecord = { [Kind in RecordKind]: { readonly of: Kind; readonly body: Bodies[Kind] } }[RecordKind];

/** From what to what; null is not being there. */
export type RecordChange = { [Kind in RecordKind]: { readonly of: Kind; readonly from: Bodies[Kind] | null; readonly to: Bodies[Kind] | null } }[RecordKind];

export type PersonChange = Extract<RecordChange, { readonly of: 'person' }>;

/** Who saved what, and when: kept for ever. */
export type RecordSave = {
  readonly id: ActionId;
  readonly at: Instant;
  readonly by: { readonly id: PersonId; readonly name: string };
  readonly change: RecordChange;
};

/** `group/network`: what a save is about, and the lane it waits in. A registration is kept beside them, and is decided about. */
export type RecordKey = `${RecordKind | 'registration'}/${string}`;
export const keyOfRecord = (of: RecordKind, id: string): RecordKey => `${of}/${id}`;
export const keyOfChange = ({ of, from, to }: RecordChange): RecordKey => keyOfRecord(of, (to ?? from)?.id ?? '');

/** Everything there is, as far as a judgement needs it. */
export type DeskRecords = { readonly [Kind in RecordKind]: readonly Bodies[Kind][] };

export const recordsOf = (all: readonly DeskRecord[]): DeskRecords => {
  const of = <Kind extends RecordKind>(kind: Kind): readonly Bodies[Kind][] =>
    all.flatMap((record) => (record.of === kind ? [record.body as Bodies[Kind]] : []));
  return {
    group: of('group'),
    'call-template': of('call-template'),
    'routing-rule': of('routing-rule'),
    status: of('status'),
    role: of('role'),
    person: of('person'),
    portal: of('portal'),
  };
};

/** What a person of these roles may. */
export const rightsUnder = (roles: readonly Role[], records: readonly RoleRecord[]): readonly Right[] => [
  ...new Set(records.filter(({ id }) => roles.includes(id)).flatMap(({ rights }) => rights)),
];

/** Those who are changed stand once, as they will be. */
export const withPeople = (records: DeskRecords, people: readonly PersonRecord[]): DeskRecords => {
  const changed = new Set(people.map(({ id }) => id));
  return { ...records, person: [...records.person.filter(({ id }) => !changed.has(id)), ...people] };
};
