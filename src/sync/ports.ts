/** What the sync core is given from outside, so that a test can hold the clock, the locks and the dice. */
import type { Backend, Sender } from '../backends/backend.ts';
import type { Instant } from '../domain/instant.ts';
import type { DeviceRecord } from '../store/device-record.ts';
import type { PersonStore } from '../store/person-store.ts';

export type Clock = {
  /** By this device; it may be wrong, and is never used for order. */
  readonly now: () => Instant;
  /** Runs `task` once after so many milliseconds; returns how to call it off. */
  readonly after: (delayMs: number, task: () => void) => () => void;
};

export type Locks = {
  /** Runs `task` while nobody else on this device holds the lock of that name; an abort gives up waiting for it. */
  readonly withLock: <Value>(name: string, task: () => Promise<Value>, signal?: AbortSignal) => Promise<Value>;
};

/** All that sending needs. */
export type SendDeps = {
  readonly backend: Sender;
  readonly store: PersonStore;
  readonly device: DeviceRecord;
  readonly clock: Clock;
  readonly locks: Locks;
  /** A number from 0 up to 1, for jitter. */
  readonly random: () => number;
};

/** Sending and reading. */
export type SyncDeps = SendDeps & { readonly backend: Backend };

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

export const browserLocks: Locks = {
  withLock: (name, task, signal) => navigator.locks.request(name, signal ? { signal } : {}, task) as Promise<never>,
};
