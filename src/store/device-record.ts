/**
 * Who uses this device, in a small record of its own: read before anything else is loaded, so it is plain IndexedDB.
 * It lets a cold start without a network know whom to greet, and remembers a sign-out that the desk has not heard of yet.
 */
import * as v from 'valibot';
import { givenId } from '../contract/ids.ts';
import { personSchema } from '../contract/person.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';

export type DeviceState = {
  /** Who is signed in here, also while the session has run out; null after a sign-out. */
  readonly present: Person | null;
  /** Signed out without a network: no request leaves before the session was ended. */
  readonly revoke: boolean;
  /** People who signed out and kept unsent work here. It stays closed until the desk confirms them again. */
  readonly sealed: readonly PersonId[];
};

const deviceStateSchema = v.object({
  present: v.nullable(personSchema),
  revoke: v.boolean(),
  sealed: v.array(givenId<PersonId>()),
}) satisfies v.GenericSchema<unknown, DeviceState>;

export type DeviceRecord = {
  readonly read: () => Promise<DeviceState>;
  readonly signedIn: (person: Person) => Promise<DeviceState>;
  /** `kept`: unsent work stays, sealed. `offline`: the desk has still to be told. */
  readonly signedOut: (how: { readonly kept: boolean; readonly offline: boolean }) => Promise<DeviceState>;
  readonly revoked: () => Promise<DeviceState>;
  /** Hears of changes made by other tabs; returns how to stop. */
  readonly onChange: (listener: (state: DeviceState) => void) => () => void;
  readonly close: () => void;
};

const nobody: DeviceState = { present: null, revoke: false, sealed: [] };
const storeName = 'device';

export const createDeviceRecord = (backendKey: string, connection: DeviceConnection = createDeviceConnection()): DeviceRecord => {
  const channel = new BroadcastChannel(`portico:device:${backendKey}`);
  const listeners = new Set<(state: DeviceState) => void>();
  channel.onmessage = (message: MessageEvent<unknown>) => {
    const state = parseState(message.data);
    for (const listener of listeners) listener(state);
  };

  const update = async (next: (state: DeviceState) => DeviceState): Promise<DeviceState> => {
    const state = await connection.use((database) => readThenWrite(database, backendKey, next));
    channel.postMessage(state);
    return state;
  };

  return {
    read: () => connection.use((database) => readThenWrite(database, backendKey, null)),
    signedIn: (person) => update((state) => ({ ...state, present: person, revoke: false, sealed: state.sealed.filter((id) => id !== person.id) })),
    signedOut: ({ kept, offline }) =>
      update((state) => ({
        present: null,
        revoke: state.revoke || offline,
        sealed: kept && state.present ? [...new Set([...state.sealed, state.present.id])] : state.sealed,
      })),
    revoked: () => update((state) => ({ ...state, revoke: false })),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      channel.close();
      connection.close();
    },
  };
};

/** Made beforehand where opening shall not wait until it is known whose record is asked for. */
export type DeviceConnection = {
  readonly open: () => Promise<IDBDatabase>;
  readonly use: <Value>(task: (database: IDBDatabase) => Promise<Value>) => Promise<Value>;
  readonly close: () => void;
};

/** Opens when it is first used, and again after the browser closed it under the page, as it does when it loses the disk. */
export const createDeviceConnection = (): DeviceConnection => {
  let opening: Promise<IDBDatabase> | null = null;
  const open = (): Promise<IDBDatabase> => {
    const mine = openDatabase();
    opening = mine;
    const forget = (): void => {
      if (opening === mine) opening = null;
    };
    mine.then((database) => database.addEventListener('close', forget), forget);
    return mine;
  };
  return {
    open,
    use: async <Value>(task: (database: IDBDatabase) => Promise<Value>): Promise<Value> => task(await (opening ?? open())),
    close: (): void => void opening?.then((database) => database.close()),
  };
};

const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('portico:device', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device record could not be opened'));
  });

/** One transaction, so that two tabs never overwrite each other's half; `next` null only reads. */
const readThenWrite = (database: IDBDatabase, key: string, next: ((state: DeviceState) => DeviceState) | null): Promise<DeviceState> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, next ? 'readwrite' : 'readonly', { durability: 'strict' });
    const store = transaction.objectStore(storeName);
    let state = nobody;
    const request = store.get(key);
    request.onsuccess = () => {
      state = parseState(request.result);
      if (!next) return;
      state = next(state);
      store.put(state, key);
    };
    transaction.oncomplete = () => resolve(state);
    transaction.onabort = () => reject(transaction.error ?? new Error('the device record could not be written'));
  });

/** A record that cannot be read (damaged, or of a later version) is nobody's: signing in mends it. */
const parseState = (stored: unknown): DeviceState => {
  const parsed = v.safeParse(deviceStateSchema, stored);
  return parsed.success ? parsed.output : nobody;
};
