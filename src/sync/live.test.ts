import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { BackendFailure } from '../backends/backend.ts';
import type { ChangesPage } from '../contract/change.ts';
import { closePersonStore, openPersonStore } from '../store/person-store.ts';
import { keepListening } from './live.ts';
import { ada } from './schedules/test-desk.testing.ts';

const store = openPersonStore('live', ada);
afterEach(() => closePersonStore(store));

test('whoever waits to send is told that the desk is there again as soon as it is heard, and not when it was there all along', async () => {
  const told: boolean[] = [];
  const leaving = new AbortController();
  const page = { portico: 1, changes: [], position: 0, cursor: 'feed:0', more: false, serverTime: 0 } as unknown as ChangesPage;
  const turns = [
    async (onPage: (page: ChangesPage) => Promise<void>) => {
      await onPage(page);
      throw new BackendFailure('wait', 'cut');
    },
    () => Promise.reject(new BackendFailure('wait', 'away')),
    async (onPage: (page: ChangesPage) => Promise<void>) => {
      await onPage(page);
      leaving.abort();
    },
  ];
  const deps = {
    store,
    clock: { now: () => 0, after: (_delayMs: number, task: () => void) => (queueMicrotask(task), () => undefined) },
    random: () => 0.5,
    locks: { withLock: (_name: string, task: () => Promise<void>) => task() },
    backend: { listen: (_person: string, _since: unknown, onPage: (page: ChangesPage) => Promise<void>) => turns.shift()?.(onPage) },
    onSignal: () => undefined,
  };
  await keepListening(deps as unknown as Parameters<typeof keepListening>[0], leaving.signal, (isHeard) => told.push(isHeard));
  expect(told).toEqual([false, false, true]);
});
