import fc from 'fast-check';
import { expect, test } from 'vitest';
import { days, isDay, minutes } from './instant.ts';

test('a minute and a day are as long as they are', () => {
  expect([minutes(1), minutes(0.5), days(1), days(2)]).toEqual([60_000, 30_000, 86_400_000, 172_800_000]);
});

test('every day of the calendar is a day', () => {
  fc.assert(
    fc.property(fc.date({ min: new globalThis.Date('0001-01-01'), max: new globalThis.Date('9999-12-31'), noInvalidDate: true }), (date) => {
      expect(isDay(date.toISOString().slice(0, 10))).toBe(true);
    }),
  );
});

test('February knows its leap years', () => {
  const leap = (year: string): boolean => isDay(`${year}-02-29`);
  expect(['2024', '2000', '2400'].map(leap)).toEqual([true, true, true]);
  expect(['2026', '1900', '2100'].map(leap)).toEqual([false, false, false]);
});

test.each([
  '2026-02-30',
  '2026-04-31',
  '2026-00-10',
  '2026-13-01',
  '2026-01-00',
  '2026-01-32',
  '2026-1-1',
  '26-01-01',
  '2026/01/01',
  ' 2026-01-01',
  '2026-01-01T00:00',
  '2026-01-01\n',
  '',
  'today',
])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false);
});
