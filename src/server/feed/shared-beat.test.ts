import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFeedWatch } from './feed-watch.ts';
import { createSharedBeat } from './shared-beat.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const desk = ['partition:council', 'desk:council'];

test('a desk that had quiet is woken at once, and then once a beat, however much is committed', async () => {
  const watch = createFeedWatch();
  const ring = vi.fn();
  createSharedBeat(watch, 1_000).follow(desk, ring);
  watch.committed(['desk:council']);
  expect(ring).toHaveBeenCalledTimes(1);
  for (let commit = 0; commit < 50; commit += 1) watch.committed(['desk:council']);
  await vi.advanceTimersByTimeAsync(999);
  expect(ring).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(ring).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ring).toHaveBeenCalledTimes(2);
});

test('whoever comes in between two beats wakes with the others, so that one reading answers all', async () => {
  const watch = createFeedWatch();
  const beat = createSharedBeat(watch, 1_000);
  const wokenAt: number[] = [];
  const follow = () => beat.follow(desk, () => wokenAt.push(performance.now()));
  follow();
  watch.committed(['desk:council']);
  await vi.advanceTimersByTimeAsync(400);
  follow();
  watch.committed(['partition:council']);
  await vi.advanceTimersByTimeAsync(600);
  expect(new Set(wokenAt.slice(1)).size).toBe(1);
  expect(wokenAt).toHaveLength(3);
});

test('one desk does not wake another, nor make it wait', () => {
  const watch = createFeedWatch();
  const beat = createSharedBeat(watch, 1_000);
  const [council, hospital] = [vi.fn(), vi.fn()];
  beat.follow(desk, council);
  beat.follow(['desk:hospital'], hospital);
  watch.committed(['desk:council']);
  expect([council.mock.calls.length, hospital.mock.calls.length]).toEqual([1, 0]);
  watch.committed(['desk:hospital']);
  expect(hospital).toHaveBeenCalledTimes(1);
});

test('whoever has left wakes nobody, and the last one leaves no timer and no listener behind', async () => {
  const watch = createFeedWatch();
  const beat = createSharedBeat(watch, 1_000);
  const [first, second] = [vi.fn(), vi.fn()];
  const stops = [beat.follow(desk, first), beat.follow(desk, second)];
  watch.committed(['desk:council']);
  watch.committed(['desk:council']);
  stops[0]?.();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  watch.committed(['desk:council']);
  stops[1]?.();
  stops[1]?.();
  expect(vi.getTimerCount()).toBe(0);
  expect(watch.audiences()).toEqual([]);
});
