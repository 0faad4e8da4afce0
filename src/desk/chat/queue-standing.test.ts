import { expect, test } from 'vitest';
import { aChatQueue } from '../../domain/builders.testing.ts';
import { queueStanding } from './queue-standing.ts';

const noon = Date.UTC(2026, 10, 26, 12);
const around = { enabled: true, hours: null, waitLimitMinutes: 15 };
const mornings = { ...around, hours: { days: [1, 2, 3, 4, 5], fromMinute: 8 * 60, toMinute: 11 * 60, zone: 'Europe/London' } } as const;

test.each([
  ['online, also where nobody is there yet', { isOnline: true, there: 0 }, around, 'online'],
  ['offline where a manager set it so', { isOnline: false }, around, 'offline'],
  ['outside the hours', { isOnline: true }, mornings, 'outOfHours'],
  ['off where an administrator switched chat off, however the manager has it', { isOnline: true }, { ...mornings, enabled: false }, 'off'],
  ['off where nothing is known of chat', { isOnline: true }, null, 'off'],
] as const)('the queue is %s', (_, queue, offering, standing) => {
  expect(queueStanding(aChatQueue(queue), offering, noon)).toBe(standing);
});
