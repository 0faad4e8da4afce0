import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aChatQueue, noon } from '../builders.testing.ts';
import { chatOffer, placeInQueue, waitEstimateMs } from './chat-queue.ts';

const offering = { enabled: true, hours: null, waitLimitMinutes: 15 };
const closedNow = { days: [1 as const], fromMinute: 0, toMinute: 60, zone: 'UTC' };

test('what is offered follows from the switch, the setting, the hours and who is there, in this order', () => {
  const yesOrNo = [true, false];
  for (const isOnline of yesOrNo)
    for (const enabled of yesOrNo)
      for (const isOpen of yesOrNo)
        for (const there of [0, 1]) {
          const offer = chatOffer(aChatQueue({ isOnline, there }), { ...offering, enabled, hours: isOpen ? null : closedNow }, noon);
          const expected = !isOnline || !enabled ? 'off' : !isOpen ? 'out-of-hours' : there === 0 ? 'nobody-there' : 'open';
          expect([isOnline, enabled, isOpen, there, offer]).toEqual([isOnline, enabled, isOpen, there, expected]);
        }
});

test('what is not known yet is not offered', () => {
  expect(chatOffer(null, offering, noon)).toBe('off');
  expect(chatOffer(aChatQueue(), null, noon)).toBe('off');
});

test('whoever waits longer stands before the others, and each place is had once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), (waiting) => {
      const places = waiting.toSorted((one, other) => one - other).map((since) => placeInQueue(waiting, since));
      expect(places).toEqual(waiting.map((_, index) => index + 1));
    }),
  );
});

test('somebody the queue has not heard of yet stands where they would', () => {
  expect(placeInQueue([], noon)).toBe(1);
  expect(placeInQueue([noon - 2, noon - 1, noon + 1], noon)).toBe(3);
});

test('the estimate is the middle one of the last waits, and there is none without any', () => {
  expect(waitEstimateMs([])).toBeNull();
  expect(waitEstimateMs([60])).toBe(60);
  expect(waitEstimateMs([600, 10, 20])).toBe(20);
  expect(waitEstimateMs([40, 10, 20, 30])).toBe(20);
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (waits) => {
      const estimate = waitEstimateMs(waits) ?? NaN;
      expect(waits).toContain(estimate);
      expect(waits.filter((wait) => wait < estimate).length).toBeLessThan(waits.length / 2);
    }),
  );
});
