import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBell } from './bell.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Counts its wakings, as a reader that is always ready to look. */
const readerOf = (bell: ReturnType<typeof createBell>) => {
  const counted = { wakings: 0 };
  const read = async (): Promise<never> => {
    for (;;) {
      await bell.rung();
      counted.wakings += 1;
    }
  };
  void read();
  return counted;
};
const settle = () => vi.advanceTimersByTimeAsync(0);

test('what can wait wakes at once who has had quiet, and then once a beat, however often it rings', async () => {
  const bell = createBell(1_000);
  const reader = readerOf(bell);
  bell.ringInTime();
  await settle();
  expect(reader.wakings).toBe(1);
  for (let ring = 0; ring < 50; ring += 1) bell.ringInTime();
  await vi.advanceTimersByTimeAsync(999);
  expect(reader.wakings).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(reader.wakings).toBe(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reader.wakings).toBe(2);
});

test('what cannot wait does not, and takes along what could', async () => {
  const bell = createBell(1_000);
  const reader = readerOf(bell);
  bell.ring();
  await settle();
  bell.ringInTime();
  bell.ring();
  await settle();
  expect(reader.wakings).toBe(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(reader.wakings).toBe(2);
});

test('a bell that nobody hears any more keeps no timer', async () => {
  const bell = createBell(1_000);
  readerOf(bell);
  bell.ring();
  await settle();
  bell.ringInTime();
  bell.silence();
  expect(vi.getTimerCount()).toBe(0);
});
