import { expect, test } from 'vitest';
import { named } from '../builders.testing.ts';
import type { GroupId, PartitionId, PersonId } from '../ids.ts';
import type { Role } from '../person.ts';
import type { PersonRecord } from '../records/desk-record.ts';
import { deskPeopleOf } from './desk-people.ts';

const council = named<PartitionId>('council');
const person = (id: string, over: Partial<PersonRecord> = {}): PersonRecord => ({
  id: named<PersonId>(id),
  name: id,
  email: `${id}@example.org`,
  partitionId: council,
  roles: ['employee', 'analyst'],
  userName: id,
  hasLeft: false,
  ...over,
});
const group = (id: string, ...members: readonly string[]) => ({ id: named<GroupId>(id), name: id, memberIds: members.map(named<PersonId>) });

test('analysts of the partition who are still there, and the groups that one of them is in', () => {
  const elsewhere = { partitionId: named<PartitionId>('hospital') };
  const others: readonly Role[] = ['employee', 'chat-manager', 'administrator'];
  const people = [person('gus'), person('hal'), person('left', { hasLeft: true }), person('hugo', elsewhere), person('sam', { roles: others })];
  const groups = [group('both', 'gus', 'hugo'), group('hospital', 'hugo'), group('gone', 'left'), group('other', 'sam'), group('empty')];
  expect(deskPeopleOf(council, { person: people, group: groups })).toEqual({
    id: 'council',
    analysts: [
      { id: 'gus', name: 'gus' },
      { id: 'hal', name: 'hal' },
    ],
    groups: [{ id: 'both', name: 'both', memberIds: ['gus'] }],
  });
});
