import { expect, test } from 'vitest';
import { aStatusRecord, named } from '../builders.testing.ts';
import { statusKeyOf, ticketStatuses } from '../ticket.ts';
import { statusChoices, statusChoicesAmong } from './status-choices.ts';
import { statusNamed } from './status-record.ts';

const chased = aStatusRecord();
const asked = aStatusRecord({ id: named('asked'), name: 'Asked twice' });
const ordered = aStatusRecord({ id: named('ordered'), name: 'On order', phase: 'waiting-for-supplier' });

test('each phase is there, and after it by name what counts as it', () => {
  expect(statusChoices(ticketStatuses, [ordered, chased, asked]).map(statusKeyOf)).toEqual([
    'new',
    'in-progress',
    'status/asked',
    'status/customer-chased',
    'waiting-for-person',
    'waiting-for-supplier',
    'status/ordered',
    'resolved',
    'closed',
  ]);
});

test('what counts as a phase that is not wanted is not there', () => {
  expect(statusChoices(['new', 'in-progress'], [ordered, chased]).map(statusKeyOf)).toEqual(['new', 'in-progress', 'status/customer-chased']);
});

test('a status that was taken away is still there while a ticket has it, once', () => {
  const gone = { ...statusNamed(aStatusRecord({ id: named('gone'), name: 'Gone' })), of: 'call' } as const;
  const keys = statusChoicesAmong([gone, { status: 'new', of: 'request' }, gone, { ...statusNamed(chased), of: 'call' }], [chased]).map(statusKeyOf);
  expect(keys).toEqual([...statusChoices(ticketStatuses, [chased]).map(statusKeyOf), 'status/gone']);
});

test('of two that are called the same it is told which tickets each is for, and of others it is not', () => {
  const twin = aStatusRecord({ id: named('twin'), name: 'Customer Chased', for: 'request' });
  const told = statusChoicesAmong([], [twin, chased, ordered]).map((choice) => [statusKeyOf(choice), choice.onlyFor]);
  expect(told.filter(([, kind]) => kind !== undefined)).toEqual([
    ['status/customer-chased', 'call'],
    ['status/twin', 'request'],
  ]);
});

test('one that was taken away is told apart by the tickets that still have it', () => {
  const gone = { ...statusNamed(aStatusRecord({ id: named('gone') })), of: 'request' } as const;
  const told = statusChoicesAmong([gone], [chased]).flatMap((choice) => choice.onlyFor ?? []);
  expect(told).toEqual(['call', 'request']);
});
