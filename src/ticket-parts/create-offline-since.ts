import type { Accessor } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../app-context.ts';
import type { Instant } from '../domain/instant.ts';
import { isOffline, observeSyncStatus } from '../store/observe/sync-status.ts';

/** While the desk is out of reach for long enough to say so: when it was last heard of (0: never here); else null. */
export const createOfflineSince = (): Accessor<Instant | null> => {
  const { store } = useSignedIn();
  const status = createLive(observeSyncStatus(store));
  const now = createNow(2_000);
  return () => {
    const known = status();
    return known && isOffline(known, now()) ? (known.lastContactAt ?? 0) : null;
  };
};
