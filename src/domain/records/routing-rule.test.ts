import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { named } from '../builders.testing.ts';
import { callTypes, priorities, ticketSources } from '../call.ts';
import type { CallTemplateId, GroupId, PartitionId, PersonId, RoutingRuleId } from '../ids.ts';
import type { CallTemplate } from './call-template.ts';
import { assignedTo, type Recipient } from './recipient.ts';
import { recipientOf, type CallFacts, type RoutingRule } from './routing-rule.ts';

const groupA: Recipient = { kind: 'group', id: named<GroupId>('a') };
const groupB: Recipient = { kind: 'group', id: named<GroupId>('b') };
const template: CallTemplate = {
  id: named<CallTemplateId>('chased'),
  name: 'Chased',
  subject: 'Chased',
  callType: 'complaint',
  priority: 'high',
  recipient: groupA,
};
const facts: CallFacts = { source: 'chase', partitionId: named<PartitionId>('council'), callType: 'complaint', priority: 'high', text: 'The VPN is down' };
const anything: RoutingRule['when'] = { source: null, partitionId: null, callType: null, priority: null, contains: '' };
const rule = (over: Partial<RoutingRule> = {}): RoutingRule => ({
  id: named<RoutingRuleId>('r'),
  name: 'Rule',
  rank: 10,
  when: anything,
  recipient: groupB,
  ...over,
});

describe('who gets a call', () => {
  test('000.8: the template says A, a rule that the call meets says B: it is with B', () => {
    expect(recipientOf(template, [], facts)).toEqual(groupA);
    expect(recipientOf(template, [rule()], facts)).toEqual(groupB);
  });

  test.each<[Partial<RoutingRule['when']>]>([
    [{ source: 'chat' }],
    [{ partitionId: named<PartitionId>('hospital') }],
    [{ callType: 'fault' }],
    [{ priority: 'low' }],
    [{ contains: 'printer' }],
  ])('a rule that asks %j of another call decides nothing', (when) => {
    expect(recipientOf(template, [rule({ when: { ...anything, ...when } })], facts)).toEqual(groupA);
  });

  test('words are found whatever their case, and blanks around them do not matter', () => {
    expect(recipientOf(template, [rule({ when: { ...anything, contains: ' vpn ' } })], facts)).toEqual(groupB);
  });

  test('every one of its conditions must be met', () => {
    const condition = fc.record({
      source: fc.constantFrom(null, ...ticketSources),
      partitionId: fc.constantFrom(null, facts.partitionId, named<PartitionId>('hospital')),
      callType: fc.constantFrom(null, ...callTypes),
      priority: fc.constantFrom(null, ...priorities),
      contains: fc.constantFrom('', 'vpn', 'printer'),
    });
    fc.assert(
      fc.property(condition, (when) => {
        const met =
          [null, 'chase'].includes(when.source) &&
          [null, facts.partitionId].includes(when.partitionId) &&
          [null, 'complaint'].includes(when.callType) &&
          [null, 'high'].includes(when.priority) &&
          when.contains !== 'printer';
        expect(recipientOf(template, [rule({ when })], facts)).toEqual(met ? groupB : groupA);
      }),
    );
  });

  test('of several rules that are met the lowest rank decides, in whatever order they are stored', () => {
    const rules = [30, 10, 20].map((rank) =>
      rule({ id: named<RoutingRuleId>(`r${rank}`), rank, recipient: { kind: 'group', id: named<GroupId>(`g${rank}`) } }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: 3 }), (stored) => {
        expect(recipientOf(template, stored, facts)).toEqual({ kind: 'group', id: 'g10' });
      }),
    );
  });

  test('of two with one rank the first by name decides', () => {
    const two = [rule({ name: 'B', recipient: groupB }), rule({ name: 'A', recipient: groupA })];
    expect(recipientOf({ ...template, recipient: null }, two, facts)).toEqual(groupA);
  });
});

describe('a ticket says by name who looks after it', () => {
  const names = { groups: new Map([['a', 'First line']]), people: new Map([['gus', 'Gus Green']]) };

  test('a group, or one analyst', () => {
    expect(assignedTo(groupA, names)).toEqual({ group: { id: 'a', name: 'First line' }, analyst: null });
    expect(assignedTo({ kind: 'analyst', id: named<PersonId>('gus') }, names)).toEqual({ group: null, analyst: { id: 'gus', name: 'Gus Green' } });
  });

  test('nobody, where nobody is named or who is named is gone', () => {
    expect(assignedTo(null, names)).toBeNull();
    expect(assignedTo(groupB, names)).toBeNull();
  });
});
