import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekdays } from './chat-hours.ts';
import { isHoursText, readHours, writeHours } from './hours-text.ts';

const minute = fc.integer({ min: 0, max: 1_439 });

test('hours that are written are read as they were', () => {
  const hours = fc.record({
    days: fc.subarray([...weekdays], { minLength: 1 }),
    fromMinute: minute,
    toMinute: minute,
    zone: fc.constantFrom('UTC', 'Europe/London', '+02:00'),
  });
  fc.assert(
    fc.property(hours, (written) => {
      expect(readHours(writeHours(written))).toEqual(written);
      expect(isHoursText(writeHours(written))).toBe(true);
    }),
  );
});

test.each([
  '1 8:00-17:00 UTC',
  '8 08:00-17:00 UTC',
  '1 08:00-24:00 UTC',
  '1 08:00-17:00',
  ' 08:00-17:00 UTC',
  '1 08:60-17:00 UTC',
  'always',
  '1 08:00-17:00 Nowhere/Atall',
])('“%s” are no hours', (text) => {
  expect(isHoursText(text)).toBe(false);
});

test('nothing is around the clock', () => {
  expect([readHours(''), isHoursText('')]).toEqual([null, true]);
});
