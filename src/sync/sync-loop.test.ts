import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { BackendFailure, type Backend } from '../backends/backend.ts';
import { ada } from './schedules/test-desk.testing.ts';
import { closePersonStore, openPersonStore } from '../store/person-store.ts';
import type { DeviceRecord } from '../store/device-record.ts';
import { createSyncLoop } from './sync-loop.ts';

const store = openPersonStore('test', ada);
afterEach(() => closePersonStore(store));

test('a fault of the device is told, and tried again: what was asked for while a round broke is not forgotten', async () => {
  const timers: (() => void)[] = [];
  const faults: unknown[] = [];
  let reads = 0;
  const read: DeviceRecord['read'] = async () => {
    reads += 1;
    if (reads === 1) throw new Error('the database is closed');
    return { present: ada, revoke: false, sealed: [] };
  };
  const backend = {
    capabilities: { batch: { maxActions: 1, maxBytes: 1 }, requestsAtOnce: 1 },
    changes: () => Promise.reject(new BackendFailure('wait', 'that is enough')),
  };
  const loop = createSyncLoop(
    {
      store,
      backend: backend as unknown as Backend,
      device: { read } as DeviceRecord,
      clock: { now: () => 0, after: (_delayMs, task) => (timers.push(task), () => void timers.splice(timers.indexOf(task), 1)) },
      locks: { withLock: (_name, task) => task() },
      random: () => 0.5,
    },
    (fault) => faults.push(fault),
  );
  loop.nudge();
  await loop.settled();
  expect([faults.length, reads, timers.length]).toEqual([1, 1, 1]);
  timers[0]?.();
  await loop.settled();
  expect([faults.length, reads]).toEqual([1, 2]);
});
