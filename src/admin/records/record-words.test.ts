import { expect, test } from 'vitest';
import { aPersonRecord, named } from '../../domain/builders.testing.ts';
import { recordsOf } from '../../domain/records/desk-record.ts';
import { enAdmin } from '../../i18n/en-admin.ts';
import { learn } from '../../i18n/translate.ts';
import { valueWords } from './record-words.ts';

learn(enAdmin);

const ben = aPersonRecord({ id: named('ben'), name: 'Ben Okafor', userName: 'ben' });
const known = { records: recordsOf([{ of: 'person', body: ben }]), partitions: [] };

test('what somebody wrote stands as it is, also where it is spelled like the id of a person', () => {
  expect(['userName', 'name', 'subject', 'contains', 'email'].map((field) => valueWords(field, 'ben', known))).toEqual(Array(5).fill('ben'));
});

test('a person who is named by their id is called by their name', () => {
  expect(valueWords('memberIds', ['ben'], known)).toBe('Ben Okafor');
});

test('what was left empty is nothing', () => {
  expect(valueWords('subject', '', known)).toBe(enAdmin['admin.value.nothing']);
});
