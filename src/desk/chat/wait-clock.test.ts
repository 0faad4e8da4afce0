import { expect, test } from 'vitest';
import { waitClock } from './wait-clock.ts';

test.each([
  [-5_000, '0:00'],
  [999, '0:00'],
  [42_000, '0:42'],
  [725_999, '12:05'],
  [3_729_000, '1:02:09'],
])('%i milliseconds are read as %s', (ms, words) => {
  expect(waitClock(ms)).toBe(words);
});
