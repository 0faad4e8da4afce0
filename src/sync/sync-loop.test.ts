import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { BackendFailure } from '../backends/backend.ts';
import { closePersonStore, openPersonStore } from '../store/person-store.ts';
import type { SendDeps } from './ports.ts';
import { ada } from './schedules/test-desk.testing.ts';
import { createSyncLoop } from './sync-loop.ts';

const store = openPersonStore('test', ada);
afterEach(() => closePersonStore(store));

test('a fault of the device is told, and tried again: what was asked for while a round broke is not forgotten', async () => {
  const timers: (() => void)[] = [];
  const faults: unknown[] = [];
  let rounds = 0;
  const round = async (): Promise<void> => {
    rounds += 1;
    throw rounds === 1 ? new Error('the database is closed') : new BackendFailure('wait', 'that is enough');
  };
  const deps = {
    store,
    clock: { now: () => 0, after: (_delayMs: number, task: () => void) => (timers.push(task), () => void timers.splice(timers.indexOf(task), 1)) },
    random: () => 0.5,
  };
  const loop = createSyncLoop(deps as unknown as SendDeps, round, (fault) => faults.push(fault));
  loop.nudge();
  await loop.settled();
  expect([faults.length, rounds, timers.length]).toEqual([1, 1, 1]);
  timers[0]?.();
  await loop.settled();
  expect([faults.length, rounds]).toEqual([1, 2]);
});
