/**
 * Everything that runs while somebody is signed in. Their store opens at once, and screens show what is on the device;
 * the engine that sends and reads is loaded beside them.
 */
import type { ActionDeps } from './actions/action-deps.ts';
import { newUuid } from './actions/new-uuid.ts';
import { askForBackgroundSend } from './ask-for-background-send.ts';
import type { PorticoJson } from './contract/portico-json.ts';
import type { Person } from './domain/person.ts';
import type { DeviceRecord } from './store/device-record.ts';
import { closePersonStore, openPersonStore, type PersonStore } from './store/person-store.ts';
import type { SyncEngine } from './sync-engine.ts';

export type RunningPortal = {
  readonly store: PersonStore;
  readonly actions: ActionDeps;
  readonly engine: Promise<SyncEngine>;
  /** Stops sending, reading and listening, and closes the databases. */
  readonly close: () => Promise<void>;
};

type RunningDeps = { readonly settings: PorticoJson; readonly backendKey: string; readonly device: DeviceRecord; readonly person: Person };

/** `onFault` hears of faults of the device: a database that cannot be written, or a bug. */
export const runPortal = ({ settings, backendKey, device, person }: RunningDeps, onFault: (fault: unknown) => void): RunningPortal => {
  const store = openPersonStore(backendKey, person);
  const engine = import('./sync-engine.ts').then(({ startEngine }) => startEngine({ settings, store, device }, onFault));
  engine.catch(onFault);
  const onPerformed = (): void => {
    void engine.then(({ loop }) => loop.nudge());
    askForBackgroundSend().catch(onFault);
  };
  const actions: ActionDeps = { store, now: Date.now, newId: () => newUuid(), onPerformed };
  return {
    store,
    actions,
    engine,
    close: async () => {
      // First: an answer that is still on its way must find nowhere to be written.
      closePersonStore(store);
      await (await engine).stop();
    },
  };
};
