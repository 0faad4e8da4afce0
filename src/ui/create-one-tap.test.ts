import { afterEach, expect, test, vi } from 'vitest';
import { createOneTap } from './create-one-tap.ts';

afterEach(() => vi.useRealTimers());

test('a double-click does it once, also when the first half was done before the second one came', async () => {
  vi.useFakeTimers();
  let times = 0;
  const tap = createOneTap(async () => void (times += 1));
  await Promise.all([tap(), tap()]);
  await vi.advanceTimersByTimeAsync(200);
  await tap();
  expect(times).toBe(1);
});

test('whoever means it a second time gets it, also after a failure', async () => {
  vi.useFakeTimers();
  let times = 0;
  const tap = createOneTap(async () => {
    times += 1;
    if (times === 1) throw new Error('the disk is full');
  });
  await expect(tap()).rejects.toThrow('the disk is full');
  await vi.advanceTimersByTimeAsync(1_000);
  await tap();
  expect(times).toBe(2);
});
