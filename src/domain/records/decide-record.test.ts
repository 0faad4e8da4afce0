import { describe, expect, test } from 'vitest';
import { aPerson, aRecordSave, aStatusRecord, named, noon } from '../builders.testing.ts';
import type { CallTemplateId, GroupId, PartitionId, PersonId, RoutingRuleId, StatusId } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import { ticketStatuses } from '../ticket.ts';
import { decideRecord, isSame, type RecordScene } from './decide-record.ts';
import { recordsOf, rightsUnder, type DeskRecord, type PersonRecord, type RecordChange } from './desk-record.ts';
import { problemsOfRecord } from './record-problem.ts';

const sam = aPerson({ id: named<PersonId>('sam'), name: 'Sam Ortega', roles: ['employee', 'administrator'] });
const person = (id: string, over: Partial<PersonRecord> = {}): PersonRecord => ({
  id: named<PersonId>(id),
  name: id,
  email: `${id}@example.org`,
  partitionId: sam.partitionId,
  roles: ['employee'],
  userName: id,
  hasLeft: false,
  ...over,
});
const samRecord = person('sam', { roles: ['employee', 'administrator'] });
const network = { id: named<GroupId>('network'), name: 'Network', memberIds: [named<PersonId>('gus')] };
const template = {
  id: named<CallTemplateId>('chased'),
  name: 'Chased',
  subject: 'Chased in vain',
  callType: 'complaint',
  priority: 'high',
  recipient: { kind: 'group', id: network.id },
} as const;
const rule = {
  id: named<RoutingRuleId>('vpn'),
  name: 'VPN',
  rank: 10,
  when: { source: null, partitionId: null, callType: null, priority: null, contains: 'vpn' },
  recipient: { kind: 'analyst', id: named<PersonId>('gus') },
} as const;
const all: readonly DeskRecord[] = [
  { of: 'group', body: network },
  { of: 'call-template', body: template },
  { of: 'status', body: aStatusRecord() },
  { of: 'role', body: { id: 'administrator', rights: ['self-service-portal-setup'] } },
  { of: 'role', body: { id: 'employee', rights: ['call-chase'] } },
  { of: 'person', body: person('ada') },
  { of: 'person', body: person('gus', { roles: ['employee', 'analyst'] }) },
  { of: 'person', body: samRecord },
];
const scene = (change: RecordChange, over: Partial<RecordScene> = {}): RecordScene => ({
  actor: sam,
  current: change.from,
  lastSave: null,
  known: recordsOf(all),
  partitionIds: new Set([sam.partitionId]),
  namedBySettingsOf: [],
  now: noon,
  ...over,
});
const refusalOf = (change: RecordChange, over: Partial<RecordScene> = {}): Refusal | null => {
  const decision = decideRecord(scene(change, over), aRecordSave(change));
  return decision.ok ? null : decision.problem;
};
const problemsOf = (change: RecordChange): readonly string[] => {
  const refusal = refusalOf(change);
  return refusal?.kind === 'record-not-accepted' ? refusal.problems.map(({ field, problem }) => `${field}: ${problem}`) : [];
};

const good: readonly (readonly [string, RecordChange])[] = [
  ['a new group', { of: 'group', from: null, to: { id: named<GroupId>('desk'), name: 'Desk', memberIds: [] } }],
  ['a group with another name', { of: 'group', from: network, to: { ...network, name: 'Networks' } }],
  [
    'a group that one has been in who is no analyst any more',
    { of: 'group', from: { ...network, memberIds: [named<PersonId>('ada')] }, to: { ...network, memberIds: [named<PersonId>('ada'), named<PersonId>('gus')] } },
  ],
  ['a template that goes to nobody', { of: 'call-template', from: template, to: { ...template, recipient: null } }],
  ['a new rule', { of: 'routing-rule', from: null, to: rule }],
  ['a status', { of: 'status', from: null, to: aStatusRecord({ id: named<StatusId>('lost'), name: 'Lost in the post' }) }],
  ['a status of requests that is called as one of calls', { of: 'status', from: null, to: aStatusRecord({ id: named<StatusId>('twin'), for: 'request' }) }],
  ['a person who has left', { of: 'person', from: person('ada'), to: person('ada', { hasLeft: true }) }],
  ['a role without rights', { of: 'role', from: { id: 'employee', rights: ['call-chase'] }, to: { id: 'employee', rights: [] } }],
];

describe('saving a record', () => {
  test.each(good)('%s: is taken, and the log says who, when and what', (_, change) => {
    expect(decideRecord(scene(change), aRecordSave(change))).toEqual({
      ok: true,
      value: { id: aRecordSave(change).id, at: noon, by: { id: 'sam', name: 'Sam Ortega' }, change },
    });
  });

  test.each(good)('%s: only who has Self Service Portal Setup may', (_, change) => {
    for (const actor of [aPerson(), aPerson({ roles: ['employee', 'analyst'] }), { ...sam, rights: [] }])
      expect(refusalOf(change, { actor })).toEqual({ kind: 'not-allowed' });
  });

  test('what somebody else has saved meanwhile is not overwritten: who comes second is told by whom and when', () => {
    const change: RecordChange = { of: 'group', from: network, to: { ...network, name: 'Networks' } };
    const meanwhile = { current: { ...network, name: 'Lines' }, lastSave: { at: noon - 5, by: { id: sam.id, name: 'Tess' } } };
    expect(refusalOf(change, meanwhile)).toEqual({ kind: 'record-changed', by: 'Tess', at: noon - 5 });
    expect(refusalOf(change, { current: null })).toMatchObject({ kind: 'record-changed' });
  });

  test('two who wanted the same: it is so, and nobody is bothered', () => {
    const change: RecordChange = { of: 'group', from: network, to: { ...network, name: 'Networks' } };
    expect(refusalOf(change, { current: change.to })).toBeNull();
  });

  test('a person is kept tidied: whoever reads what was kept can save it again', () => {
    const change: RecordChange = { of: 'person', from: null, to: person('noor', { userName: ' NoOr ', name: ' Noor ', email: 'noor@example.org ' }) };
    const decision = decideRecord(scene(change), aRecordSave(change));
    expect(decision.ok && decision.value.change.to).toEqual(person('noor', { name: 'Noor' }));
  });

  test('a status is not called like one of the six either, in the language of whoever saves', () => {
    const change: RecordChange = { of: 'status', from: null, to: aStatusRecord({ id: named<StatusId>('twin'), name: ' in Progress ' }) };
    const surroundings = { actor: sam, partitionIds: new Set<string>(), phaseNames: ['New', 'In progress'] };
    expect(problemsOfRecord(change, recordsOf([]), surroundings)).toEqual([{ field: 'name', problem: 'taken' }]);
    expect(problemsOfRecord(change, recordsOf([]), { ...surroundings, phaseNames: ['Neu'] })).toEqual([]);
  });

  test('a status is kept tidied', () => {
    const change: RecordChange = { of: 'status', from: null, to: aStatusRecord({ id: named<StatusId>('lost'), name: '  Lost  ' }) };
    const decision = decideRecord(scene(change), aRecordSave(change));
    expect(decision.ok && decision.value.change.to).toMatchObject({ name: 'Lost' });
  });

  test('an action about one record saves no other', () => {
    const change: RecordChange = { of: 'group', from: network, to: { ...network, name: 'Networks' } };
    const action = { ...aRecordSave(change), subject: { kind: 'record', id: 'group/desk' } } as const;
    expect(decideRecord(scene(change), action)).toEqual({ ok: false, problem: { kind: 'not-found' } });
  });
});

describe('taking a record away', () => {
  test('is refused while another record names it, and says which', () => {
    expect(refusalOf({ of: 'group', from: network, to: null })).toEqual({ kind: 'record-in-use', by: ['Chased'] });
  });

  test('is refused while settings of a partition name it', () => {
    expect(refusalOf({ of: 'call-template', from: template, to: null }, { namedBySettingsOf: ['Council Services'] })).toEqual({
      kind: 'record-in-use',
      by: ['Council Services'],
    });
  });

  test('a status that settings name stays, and stays what they chose: of its kind, and open', () => {
    const status = aStatusRecord();
    const inUse = { namedBySettingsOf: ['Council Services'] };
    const refused = { kind: 'record-in-use', by: ['Council Services'] };
    expect(refusalOf({ of: 'status', from: status, to: null }, inUse)).toEqual(refused);
    expect(refusalOf({ of: 'status', from: status, to: { ...status, for: 'request' } }, inUse)).toEqual(refused);
    for (const phase of ticketStatuses) {
      const change: RecordChange = { of: 'status', from: status, to: { ...status, phase, name: 'Chased', simple: 'received' } };
      expect(refusalOf(change, inUse)).toEqual(phase === 'resolved' || phase === 'closed' ? refused : null);
      expect(refusalOf(change)).toBeNull();
    }
  });

  test('a rule can go at any time, a person and a role never', () => {
    expect(refusalOf({ of: 'routing-rule', from: rule, to: null })).toBeNull();
    expect(refusalOf({ of: 'person', from: person('ada'), to: null })).toEqual({ kind: 'not-allowed' });
    expect(refusalOf({ of: 'role', from: { id: 'employee', rights: ['call-chase'] }, to: null })).toEqual({ kind: 'not-allowed' });
  });
});

describe('what cannot stand is said field by field', () => {
  const wrong: readonly (readonly [string, RecordChange, readonly string[]])[] = [
    ['a name of blanks', { of: 'group', from: null, to: { id: named<GroupId>('x'), name: ' ', memberIds: [] } }, ['name: missing']],
    ['a name that is taken, in other letters', { of: 'group', from: null, to: { id: named<GroupId>('x'), name: ' NETWORK', memberIds: [] } }, ['name: taken']],
    ['a name that is too long', { of: 'group', from: null, to: { id: named<GroupId>('x'), name: 'x'.repeat(81), memberIds: [] } }, ['name: too-long']],
    ['000.30: a member who is no analyst', { of: 'group', from: network, to: { ...network, memberIds: [named<PersonId>('ada')] } }, ['memberIds: no-analyst']],
    ['a template without a subject', { of: 'call-template', from: template, to: { ...template, subject: '' } }, ['subject: missing']],
    [
      'a template for a group that is gone',
      { of: 'call-template', from: template, to: { ...template, recipient: { kind: 'group', id: named<GroupId>('gone') } } },
      ['recipient: not-there'],
    ],
    [
      'a rule for nobody in particular',
      { of: 'routing-rule', from: null, to: { ...rule, recipient: { kind: 'group', id: named<GroupId>('') } } },
      ['recipient: missing'],
    ],
    [
      'a rule for a partition that is not there',
      { of: 'routing-rule', from: null, to: { ...rule, when: { ...rule.when, partitionId: named<PartitionId>('gone') } } },
      ['when: not-there'],
    ],
    [
      'somebody of a partition that is not there',
      { of: 'person', from: null, to: person('noor', { partitionId: named<PartitionId>('gone') }) },
      ['partitionId: not-there'],
    ],
    [
      'a status that is called as another one of its kind',
      { of: 'status', from: null, to: aStatusRecord({ id: named<StatusId>('twin'), name: ' customer CHASED' }) },
      ['name: taken'],
    ],
    ['a status without a name', { of: 'status', from: null, to: aStatusRecord({ id: named<StatusId>('x'), name: ' ' }) }, ['name: missing']],
    ['a status with too long a name', { of: 'status', from: null, to: aStatusRecord({ id: named<StatusId>('x'), name: 'x'.repeat(81) }) }, ['name: too-long']],
    ['a rule with half a rank', { of: 'routing-rule', from: null, to: { ...rule, rank: 1.5 } }, ['rank: not-a-whole-number']],
    ['a rule with a rank below nought', { of: 'routing-rule', from: null, to: { ...rule, rank: -1 } }, ['rank: not-a-whole-number']],
    [
      'a rule for somebody who is no analyst',
      { of: 'routing-rule', from: null, to: { ...rule, recipient: { kind: 'analyst', id: named<PersonId>('ada') } } },
      ['recipient: not-there'],
    ],
    ['an e-mail that is none', { of: 'person', from: null, to: person('new', { email: 'new@example' }) }, ['email: not-an-address']],
    ['an e-mail that is taken', { of: 'person', from: null, to: person('new', { email: 'ADA@example.org' }) }, ['email: taken']],
    ['a user name that is taken', { of: 'person', from: null, to: person('new', { userName: 'Ada' }) }, ['userName: taken']],
    ['a person without a role', { of: 'person', from: null, to: person('new', { roles: [] }) }, ['roles: missing']],
    ['an administrator who gives up being one', { of: 'person', from: samRecord, to: { ...samRecord, roles: ['employee'] } }, ['roles: needed']],
    ['an administrator who says that they have left', { of: 'person', from: samRecord, to: { ...samRecord, hasLeft: true } }, ['hasLeft: needed']],
    [
      'an administrator role that administrates nothing',
      { of: 'role', from: { id: 'administrator', rights: ['self-service-portal-setup'] }, to: { id: 'administrator', rights: [] } },
      ['rights: stays-with-administrators'],
    ],
  ];
  test.each(wrong)('%s', (_, change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  test('another administrator can take the right away from somebody', () => {
    const tess = aPerson({ id: named<PersonId>('tess'), roles: ['employee', 'administrator'] });
    expect(refusalOf({ of: 'person', from: samRecord, to: { ...samRecord, roles: ['employee'] } }, { actor: tess })).toBeNull();
  });
});

test('what somebody may is all that their roles allow, once', () => {
  const { role } = recordsOf(all);
  expect(rightsUnder(['employee', 'administrator'], role)).toEqual(['self-service-portal-setup', 'call-chase']);
  expect(rightsUnder([], role)).toEqual([]);
});

test('a record is the same in whatever order its parts were written down', () => {
  expect(isSame({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
  expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});
