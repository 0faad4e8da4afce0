import { expect, test } from 'vitest';
import { usualSimpleStatus } from '../partition.ts';
import { simpleStatuses, ticketStatuses, type TicketStatus } from '../ticket.ts';
import { simpleStatusWarning } from './simple-status.ts';

const warned = (phase: TicketStatus): readonly (string | null)[] => simpleStatuses.map((word) => simpleStatusWarning(phase, word));

test('003.8: every phase with every word is warned of, or is as people understand it', () => {
  expect(Object.fromEntries(ticketStatuses.map((phase) => [phase, warned(phase)]))).toEqual({
    // received, in progress, needs you, done
    new: [null, null, 'asked-in-vain', 'done-too-soon'],
    'in-progress': [null, null, 'asked-in-vain', 'done-too-soon'],
    'waiting-for-person': ['never-asked', 'never-asked', null, 'done-too-soon'],
    'waiting-for-supplier': [null, null, 'asked-in-vain', 'done-too-soon'],
    resolved: ['never-done', 'never-done', 'never-done', null],
    closed: ['never-done', 'never-done', 'never-done', null],
  });
});

test('nobody is warned of what is usual', () => {
  for (const phase of ticketStatuses) expect(simpleStatusWarning(phase, usualSimpleStatus[phase])).toBeNull();
});
