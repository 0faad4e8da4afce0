import type { Instant } from '../../domain/instant.ts';
import type { SyncStatus } from '../cache-db.ts';
import { readSyncStatus } from '../cache.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

/** How the device and the desk get on. */
export const observeSyncStatus = (store: PersonStore): Live<SyncStatus> => live(() => readSyncStatus(store.cache));

/** "Offline" is said after a try really failed, and not before this long: a wake-up is not a cut line. */
const graceMs = 4_000;

/** Has the desk been out of reach for long enough to say so? A browser that knows of no network leaves nothing to wait for. */
export const isOffline = (status: SyncStatus, now: Instant): boolean =>
  status.failingSince !== null && (now - status.failingSince >= graceMs || navigator.onLine === false);
