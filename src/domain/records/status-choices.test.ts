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
  const gone = statusNamed(aStatusRecord({ id: named('gone') }));
  const keys = statusChoicesAmong([gone, { status: 'new' }, gone, statusNamed(chased)], [chased]).map(statusKeyOf);
  expect(keys).toEqual([...statusChoices(ticketStatuses, [chased]).map(statusKeyOf), 'status/gone']);
});
