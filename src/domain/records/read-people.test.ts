import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPerson, named } from '../builders.testing.ts';
import type { PartitionId, PersonId } from '../ids.ts';
import { recordsOf, type PersonRecord } from './desk-record.ts';
import { mostPeople, readPeople, type ReadPeople } from './read-people.ts';

const ada: PersonRecord = {
  id: named<PersonId>('ada'),
  name: 'Ada Lovell',
  email: 'ada@example.org',
  partitionId: named<PartitionId>('council'),
  roles: ['employee', 'analyst'],
  userName: 'ada',
  hasLeft: false,
};
const partitions = [
  { id: named<PartitionId>('council'), name: 'Council Services' },
  { id: named<PartitionId>('hospital'), name: 'Hospital Trust' },
];
const head = ['Name', 'E-mail', 'User name', 'Partition', 'Roles'];

const read = (...lines: readonly (readonly string[])[]): ReadPeople => {
  let made = 0;
  return readPeople([head, ...lines], {
    records: recordsOf([{ of: 'person', body: ada }]),
    partitions,
    actor: aPerson({ id: named<PersonId>('sam') }),
    newId: () => `new-${(made += 1)}`,
  });
};
const badIn = (...lines: readonly (readonly string[])[]) => {
  const people = read(...lines);
  return people.kind === 'read' ? people.bad : people;
};

test('somebody whose user name is not known is new, and is an employee where nothing is said', () => {
  expect(read(['Noor Aziz', 'noor@example.org', 'Noor', 'hospital trust', ''])).toEqual({
    kind: 'read',
    same: 0,
    bad: [],
    changes: [
      {
        of: 'person',
        from: null,
        to: { id: 'new-1', name: 'Noor Aziz', email: 'noor@example.org', partitionId: 'hospital', roles: ['employee'], userName: 'noor', hasLeft: false },
      },
    ],
  });
});

test('somebody whose user name is known is changed, and keeps the roles of which nothing is said', () => {
  expect(read(['Ada King', 'ada@example.org', 'ADA', 'council', ''])).toMatchObject({
    changes: [{ from: ada, to: { ...ada, name: 'Ada King' } }],
    bad: [],
  });
});

test('somebody of whom everything is so already is not touched', () => {
  expect(read([ada.name, ada.email, ada.userName, 'council', 'analyst; employee'])).toEqual({ kind: 'read', changes: [], same: 1, bad: [] });
});

test('every line that is wrong is told with its number and all that is wrong with it', () => {
  expect(
    badIn(['Noor', 'noor@example.org', 'noor', 'council', ''], ['', 'no address', 'ben', 'nowhere', 'king'], ['Cy', 'ada@example.org', 'cy', 'council', '']),
  ).toEqual([
    {
      line: 3,
      problems: [
        { kind: 'partition', value: 'nowhere', known: ['Council Services', 'Hospital Trust'] },
        { kind: 'role', value: 'king', known: ['employee', 'analyst', 'chat-manager', 'administrator'] },
        { kind: 'field', field: 'name', problem: 'missing' },
        { kind: 'field', field: 'email', problem: 'not-an-address' },
      ],
    },
    { line: 4, problems: [{ kind: 'field', field: 'email', problem: 'taken' }] },
  ]);
});

test('empty lines are no people, and the others keep the numbers that a spreadsheet gives them', () => {
  const people = read(['', ''], ['Noor', 'noor@example.org', 'noor', 'council', ''], ['  '], ['Mo', 'none', 'mo', 'council', '']);
  expect(people).toMatchObject({ kind: 'read', bad: [{ line: 5 }] });
  expect(people.kind === 'read' && people.changes).toHaveLength(2);
});

test('a user name that stands there twice is told once, at its second line', () => {
  expect(badIn(['One', 'one@example.org', 'same', 'council', ''], ['Two', 'two@example.org', 'Same', 'council', ''])).toEqual([
    { line: 3, problems: [{ kind: 'twice', value: 'same' }] },
  ]);
});

test('two who change places take each other’s e-mail', () => {
  const people = readPeople([head, ['Ada', 'new@example.org', 'ada', 'council', ''], ['Noor', 'ada@example.org', 'noor', 'council', '']], {
    records: recordsOf([{ of: 'person', body: ada }]),
    partitions,
    actor: aPerson({ id: named<PersonId>('sam') }),
    newId: () => 'new',
  });
  expect(people).toMatchObject({ kind: 'read', bad: [] });
});

test('columns may stand in any order and be written in any way, and one that is missing is named', () => {
  const rows = [
    ['roles', 'PARTITION', 'username', 'email', 'name'],
    ['Chat manager', 'council', 'mo', 'mo@example.org', 'Mo'],
  ];
  const known = { records: recordsOf([]), partitions, actor: aPerson(), newId: () => 'x' };
  expect(readPeople(rows, known)).toMatchObject({ changes: [{ to: { name: 'Mo', roles: ['chat-manager'] } }], bad: [] });
  expect(readPeople([['name', 'roles']], known)).toEqual({ kind: 'no-columns', missing: ['e-mail', 'user name', 'partition'] });
  expect(readPeople([], known)).toMatchObject({ kind: 'no-columns' });
});

test('a line whose cells go on beyond the last column is told with what stands there, for a comma may have parted its roles', () => {
  expect(badIn(['Noor', 'noor@example.org', 'noor', 'council', 'employee', 'analyst', '', ' administrator '])).toEqual([
    { line: 2, problems: [{ kind: 'beyond', value: 'analyst, administrator' }] },
  ]);
});

test('empty cells beyond the last column are no mistake: spreadsheets write them', () => {
  expect(badIn(['Noor', 'noor@example.org', 'noor', 'council', 'employee', '', ' '])).toEqual([]);
  const rows = [
    [...head, '', ''],
    ['Noor', 'noor@example.org', 'noor', 'council', 'employee', 'analyst', ''],
  ];
  expect(readPeople(rows, { records: recordsOf([]), partitions, actor: aPerson(), newId: () => 'x' })).toMatchObject({ bad: [{ line: 2 }] });
});

test('where a quote is broken nothing is read: which lines there are is not known', () => {
  const rows = [
    head,
    ['Noor', 'noor@example.org', 'noor', 'council', 'employee'],
    ['Ben', 'ben@example.org', 'ben', 'council', 'likes tea\nCy,cy@example.org'],
  ];
  expect(readPeople(rows, { records: recordsOf([]), partitions, actor: aPerson(), newId: () => 'x' }, new Set([2]))).toEqual({
    kind: 'read',
    changes: [],
    same: 0,
    bad: [{ line: 3, problems: [{ kind: 'quote' }] }],
  });
});

test('more than fit into one file are not read at all', () => {
  const lines = Array.from({ length: mostPeople + 1 }, () => ['a', 'b', 'c', 'd', 'e']);
  expect(read(...lines)).toEqual({ kind: 'too-many', count: mostPeople + 1 });
});

test('whatever stands in the lines, each is a change, the same as before, or told as bad', () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('ada', 'ada@example.org', 'council', 'Hospital Trust', 'employee;analyst', ''));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 8 }), (lines) => {
      const people = read(...lines);
      if (people.kind !== 'read') throw new Error('the columns are there');
      expect(people.changes.length + people.same).toBe(lines.filter((cells) => cells.some((text) => text.trim() !== '')).length);
      for (const { line, problems } of people.bad) {
        expect(line).toBeGreaterThanOrEqual(2);
        expect(line).toBeLessThanOrEqual(lines.length + 1);
        expect(problems.length).toBeGreaterThan(0);
      }
    }),
  );
});
