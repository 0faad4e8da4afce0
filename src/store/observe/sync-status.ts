import type { SyncStatus } from '../cache-db.ts';
import { readSyncStatus } from '../cache.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

/** How the device and the desk get on. */
export const observeSyncStatus = (store: PersonStore): Live<SyncStatus> => live(() => readSyncStatus(store.cache));
