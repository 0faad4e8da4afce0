import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noon } from '../builders.testing.ts';
import { days as daysLong, minutes, type Instant } from '../instant.ts';
import { weekdays, type ChatHours } from './chat-hours.ts';
import { isWithinHours, isZone } from './within-hours.ts';

const hours = (over: Partial<ChatHours> = {}): ChatHours => ({ days: [1, 2, 3, 4, 5], fromMinute: 7 * 60, toMinute: 19 * 60, zone: 'UTC', ...over });

/** So many days after Tuesday, 24 November 2026, at this time in UTC. */
const at = (daysOn: number, hour: number, minute = 0, second = 0, ms = 0): Instant =>
  noon + daysLong(daysOn) + minutes((hour - 12) * 60 + minute) + second * 1_000 + ms;

test('around the clock is always', () => {
  fc.assert(fc.property(fc.nat({ max: 4_000_000_000_000 }), (now) => isWithinHours(null, now)));
});

test.each([
  ['a millisecond before it opens', at(0, 6, 59, 59, 999), false],
  ['as it opens', at(0, 7), true],
  ['a millisecond before it closes', at(0, 18, 59, 59, 999), true],
  ['as it closes', at(0, 19), false],
  ['on Friday', at(3, 12), true],
  ['on Saturday', at(4, 12), false],
  ['on Sunday', at(5, 12), false],
])('from seven to seven on weekdays, %s', (_, when, expected) => {
  expect(isWithinHours(hours(), when)).toBe(expected);
});

test.each([
  ['on Friday before midnight', at(3, 23, 30), true],
  ['on Saturday after midnight: Friday’s night', at(4, 5, 59, 59), true],
  ['on Saturday when the night is over', at(4, 6), false],
  ['on Saturday night', at(4, 22, 30), false],
  ['on Monday after midnight: nobody’s night', at(6, 3), false],
  ['on Monday night', at(6, 22), true],
])('from ten at night to six, %s', (_, when, expected) => {
  expect(isWithinHours(hours({ fromMinute: 22 * 60, toMinute: 6 * 60 }), when)).toBe(expected);
});

test('the whole day is from midnight to midnight', () => {
  const monday = hours({ days: [1], fromMinute: 0, toMinute: 0 });
  expect([at(5, 23, 59, 59), at(6, 0), at(6, 23, 59, 59), at(7, 0)].map((now) => isWithinHours(monday, now))).toEqual([false, true, true, false]);
});

describe('the clock on the wall', () => {
  test('moves with summer time, and the hours with it', () => {
    const copenhagen = hours({ zone: 'Europe/Copenhagen' });
    expect(isWithinHours(copenhagen, at(-146, 5))).toBe(true);
    expect(isWithinHours(copenhagen, at(7, 5))).toBe(false);
    expect(isWithinHours(copenhagen, at(7, 6))).toBe(true);
  });

  test('may be an offset', () => {
    expect(isWithinHours(hours({ zone: '+02:00' }), at(0, 5))).toBe(true);
    expect(isWithinHours(hours({ zone: '+02:00' }), at(0, 4, 59, 59))).toBe(false);
  });

  test('of a place that there is not cannot be set', () => {
    expect(['UTC', 'Europe/Copenhagen', '+02:00', 'Middle/Earth', ''].map(isZone)).toEqual([true, true, true, false, false]);
  });
});

test('every week is like the one before it, in UTC', () => {
  const anyHours = fc.record({
    days: fc.subarray([...weekdays]),
    fromMinute: fc.nat({ max: 1_439 }),
    toMinute: fc.nat({ max: 1_439 }),
    zone: fc.constant('UTC'),
  });
  fc.assert(
    fc.property(anyHours, fc.nat({ max: 2_000_000_000_000 }), (some, now) => {
      expect(isWithinHours(some, now + daysLong(7))).toBe(isWithinHours(some, now));
      if (some.days.length === 0) expect(isWithinHours(some, now)).toBe(false);
      if (some.days.length === 7 && some.fromMinute === some.toMinute) expect(isWithinHours(some, now)).toBe(true);
    }),
  );
});

test('over a week it is open for as long as was set', () => {
  const quartersOpen = (some: ChatHours): number =>
    Array.from({ length: 7 * 24 * 4 }, (_, quarter) => isWithinHours(some, at(-1, 0) + minutes(quarter * 15))).filter(Boolean).length;
  expect(quartersOpen(hours())).toBe(5 * 12 * 4);
  expect(quartersOpen(hours({ fromMinute: 22 * 60, toMinute: 6 * 60 }))).toBe(5 * 8 * 4);
});
