import { afterEach, describe, expect, test, vi } from 'vitest';
import { noon } from '../../domain/builders.testing.ts';
import type { SyncStatus } from '../cache-db.ts';
import { isOffline } from './sync-status.ts';

afterEach(() => vi.unstubAllGlobals());

const failingSince = (since: number | null): SyncStatus => ({
  key: 'sync',
  paused: null,
  resumed: 0,
  failures: since === null ? 0 : 1,
  retryAt: null,
  failingSince: since,
  lastContactAt: null,
  clockOffsetMs: 0,
});

describe('"offline" is said', () => {
  test('never because the browser says so alone: it knows of networks, not of the desk', () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(isOffline(failingSince(null), noon)).toBe(false);
  });

  test('four seconds after a try failed, and no sooner: a wake-up is not a cut line', () => {
    vi.stubGlobal('navigator', { onLine: true });
    expect(isOffline(failingSince(noon - 3_999), noon)).toBe(false);
    expect(isOffline(failingSince(noon - 4_000), noon)).toBe(true);
  });

  test('at once after a failed try where the browser knows of no network at all', () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(isOffline(failingSince(noon), noon)).toBe(true);
  });
});
