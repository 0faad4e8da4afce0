import { describe, expect, test } from 'vitest';
import { actionKinds, type ActionKind } from './action.ts';
import { aPerson, aTicket, anAnalyst, named } from './builders.testing.ts';
import type { PartitionId, PersonId } from './ids.ts';
import { mayPerform, maySee, relationOf, type Relation } from './permissions.ts';
import { roles, type Role } from './person.ts';
import { rights, type Right } from './rights.ts';

const relations = ['own', 'same-partition', 'foreign'] as const satisfies readonly Relation[];

/** Written out a second time on purpose: whoever changes who may do what says so twice. */
const expected: Readonly<Record<Role, Readonly<Partial<Record<ActionKind, readonly Relation[]>>>>> = {
  employee: {
    'raise-ticket': ['own'],
    reply: ['own'],
    attach: ['own'],
    chase: ['own'],
    resolve: ['own'],
    reopen: ['own'],
    'mark-read': ['own'],
    'ask-chat': ['own'],
    'leave-message': ['own'],
    say: ['own'],
    'end-chat': ['own'],
    'rate-chat': ['own'],
  },
  analyst: {
    reply: ['own', 'same-partition'],
    attach: ['own', 'same-partition'],
    'add-note': ['same-partition'],
    'set-status': ['same-partition'],
    assign: ['same-partition'],
    'accept-chat': ['same-partition'],
    say: ['same-partition'],
    'end-chat': ['same-partition'],
    'record-contact': ['same-partition'],
    'set-availability': ['own'],
  },
  'chat-manager': { 'set-availability': ['own', 'same-partition'], 'set-chat-queue': ['same-partition'] },
  administrator: {},
};

/** What a role alone does not give. */
const expectedRights: Readonly<Record<Role, Readonly<Partial<Record<ActionKind, Right>>>>> = {
  employee: { 'ask-chat': 'chat-user', 'leave-message': 'chat-user' },
  analyst: {
    'accept-chat': 'chat-analyst',
    say: 'chat-analyst',
    'end-chat': 'chat-analyst',
    'record-contact': 'prompt-to-save-on-close',
    'set-availability': 'chat-analyst',
  },
  'chat-manager': { 'set-availability': 'chat-manager', 'set-chat-queue': 'chat-manager' },
  administrator: {},
};

const everyCase = roles.flatMap((role) => actionKinds.flatMap((kind) => relations.map((relation) => ({ role, kind, relation }))));

test.each(everyCase)('$role, $kind, $relation', ({ role, kind, relation }) => {
  expect(mayPerform(aPerson({ roles: [role] }), kind, relation)).toBe(expected[role][kind]?.includes(relation) ?? false);
});

test.each(everyCase)('$role, $kind, $relation: takes the right that it names, and no other', ({ role, kind, relation }) => {
  const isExpected = expected[role][kind]?.includes(relation) ?? false;
  const needed = expectedRights[role][kind];
  const every = aPerson({ roles: [role], rights });
  expect(mayPerform(every, kind, relation)).toBe(isExpected);
  for (const right of rights)
    expect([right, mayPerform({ ...every, rights: rights.filter((other) => other !== right) }, kind, relation)]).toEqual([
      right,
      isExpected && right !== needed,
    ]);
});

test('rights of several roles add up, and without a role there are none', () => {
  for (const { kind, relation } of everyCase) {
    const either = mayPerform(aPerson({ roles: ['employee'] }), kind, relation) || mayPerform(aPerson({ roles: ['analyst'] }), kind, relation);
    expect(mayPerform(anAnalyst(), kind, relation)).toBe(either);
    expect(mayPerform(aPerson({ roles: [] }), kind, relation)).toBe(false);
  }
});

test('nobody may do anything to a ticket of another partition', () => {
  const everything = aPerson({ roles: [...roles] });
  expect(actionKinds.filter((kind) => mayPerform(everything, kind, 'foreign'))).toEqual([]);
});

describe('whose a ticket is', () => {
  const ben = aPerson({ id: named<PersonId>('ben') });
  const elsewhere = named<PartitionId>('hospital');

  test('is told by who raised it, then by its partition', () => {
    expect(relationOf(aPerson(), aTicket())).toBe('own');
    expect(relationOf(ben, aTicket())).toBe('same-partition');
    expect(relationOf({ ...ben, partitionId: elsewhere }, aTicket())).toBe('foreign');
  });

  test('stays with a person who has moved to another partition', () => {
    expect(relationOf(aPerson({ partitionId: elsewhere }), aTicket())).toBe('own');
    expect(maySee(aPerson({ partitionId: elsewhere }), aTicket())).toBe(true);
  });

  test('decides who sees it: the person, and the analysts of its partition', () => {
    expect(maySee(aPerson(), aTicket())).toBe(true);
    expect(maySee(anAnalyst(), aTicket())).toBe(true);
    for (const role of ['employee', 'chat-manager', 'administrator'] as const) expect(maySee({ ...ben, roles: [role] }, aTicket())).toBe(false);
    expect(maySee(anAnalyst({ partitionId: elsewhere }), aTicket())).toBe(false);
  });
});
