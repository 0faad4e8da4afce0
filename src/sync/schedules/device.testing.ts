/** One device with its tabs: what the page puts together in running-portal.ts, with the test's clock, locks and line. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { purgeDiscardedDrafts } from '../../actions/discard-draft.ts';
import type { Backend } from '../../backends/backend.ts';
import { minted } from '../../domain/builders.testing.ts';
import type { Person } from '../../domain/person.ts';
import { createDeviceRecord, type DeviceRecord } from '../../store/device-record.ts';
import { observeUnsent } from '../../store/observe/unsent.ts';
import { closePersonStore, openPersonStore, type PersonStore } from '../../store/person-store.ts';
import { keepListening } from '../live.ts';
import type { Locks, SyncDeps } from '../ports.ts';
import { sendThenPull } from '../send-then-pull.ts';
import { createSyncLoop, type SyncLoop } from '../sync-loop.ts';
import { createFakeLocks } from './fake-locks.testing.ts';
import type { FaultyNetwork } from './faulty-network.testing.ts';
import type { PlantedBug } from './planted-bugs.testing.ts';
import type { TestDesk } from './test-desk.testing.ts';
import { replace, type VirtualTime } from './virtual-time.testing.ts';

export type Session = {
  readonly person: Person;
  readonly store: PersonStore;
  readonly loop: SyncLoop;
  readonly actions: ActionDeps;
  readonly stopTriggers: () => void;
};

export type Tab = {
  readonly id: number;
  readonly backend: Backend;
  readonly record: DeviceRecord;
  /** For what is no session's. */
  readonly locks: Locks;
  session: Session | null;
  alive: boolean;
};

export type Device = {
  /** Tabs by the place they stand in; a crashed one leaves its place to a new one. */
  readonly tabs: (Tab | null)[];
  readonly openTab: (place: number) => Promise<Tab>;
  readonly startSession: (tab: Tab, person: Person) => Session;
  /** Who had a session here, by their ids: nobody else can have left anything behind. */
  readonly people: Set<string>;
  readonly crash: (tab: Tab) => void;
  /** How far the device's clock is from the true time. */
  clockOffsetMs: number;
  /** Rounds that were begun: by a timer, by hand, by something that was queued. */
  nudges: number;
  /** How often a tab here threw its cache away, to read the desk anew. */
  startedOver: number;
  readonly crashes: () => number;
  /** Ids that no other device mints. */
  readonly newId: () => string;
};

export type DeviceParts = {
  /** Tells the databases of one device from those of another. */
  readonly name: string;
  /** The ids that are minted on it come after this one. */
  readonly idsAfter: number;
  /** Whether its tabs keep the live channel open, one at a time. */
  readonly isLive: boolean;
  readonly time: VirtualTime;
  readonly desk: Pick<TestDesk, 'backendFor'>;
  readonly network: FaultyNetwork;
  readonly bug: PlantedBug;
  readonly random: () => number;
  /** Hears of a fault in the device that no crash explains. */
  readonly onFault: (fault: unknown) => void;
};

const pollMs = 60_000;

export const createDevice = (parts: DeviceParts): Device => {
  const { time, network, bug } = parts;
  const locks = createFakeLocks();
  let lastTab = 0;
  let lastId = parts.idsAfter;
  let crashes = 0;

  const openTab = async (place: number): Promise<Tab> => {
    const id = (lastTab += 1);
    const backend = parts.desk.backendFor(network.fetchFor(id));
    const tab: Tab = { id, backend, record: createDeviceRecord(parts.name), locks: locks.forTab(id), session: null, alive: true };
    device.tabs[place] = tab;
    tab.record.onChange((state) => {
      if (tab.session && state.present?.id !== tab.session.person.id) void endSession(tab);
    });
    const { present } = await tab.record.read();
    if (present && tab.alive && !tab.session) startSession(tab, present);
    return tab;
  };

  const startSession = (tab: Tab, person: Person): Session => {
    const store = openPersonStore(parts.name, person);
    bug.onStore?.(store);
    store.cache.meta.hook('deleting', (key) => {
      if (key === 'cursor') device.startedOver += 1;
    });
    const deps: SyncDeps = {
      backend: bug.backend?.(tab.backend, store) ?? tab.backend,
      store,
      device: tab.record,
      clock: { now: () => time.now() + device.clockOffsetMs, after: time.after },
      locks: bug.locks?.(tab.locks, store) ?? tab.locks,
      random: parts.random,
    };
    const onFault = (fault: unknown): void => {
      if (tab.alive && tab.session?.store === store) parts.onFault(fault);
    };
    const loop = createSyncLoop(deps, () => sendThenPull(deps), onFault);
    const actions: ActionDeps = { store, now: deps.clock.now, newId: device.newId, onPerformed: () => nudge(loop) };
    const stops = [startTriggers(loop, store), ...(parts.isLive ? [startListening(deps, loop, onFault)] : [])];
    const session: Session = { person, store, loop, actions, stopTriggers: () => stops.forEach((stop) => stop()) };
    tab.session = session;
    device.people.add(person.id);
    void purgeDiscardedDrafts(actions).catch(() => undefined);
    nudge(loop, true);
    return session;
  };

  const nudge = (loop: SyncLoop, byHand = false): void => {
    device.nudges += 1;
    loop.nudge(byHand);
  };

  /** As in the page: a look now and then, and whatever another tab queued. */
  const startTriggers = (loop: SyncLoop, store: PersonStore): (() => void) => {
    let callOff = (): void => undefined;
    const poll = (): void => {
      callOff = time.after(pollMs, () => {
        nudge(loop);
        poll();
      });
    };
    poll();
    const queued = observeUnsent(store).subscribe((unsent) => unsent && nudge(loop));
    return () => {
      callOff();
      queued.unsubscribe();
    };
  };

  const startListening = (deps: SyncDeps, loop: SyncLoop, onFault: (fault: unknown) => void): (() => void) => {
    const listening = new AbortController();
    keepListening({ ...deps, onSignal: () => undefined }, listening.signal, (isHeard) => nudge(loop, isHeard)).catch(onFault);
    return () => listening.abort();
  };

  const endSession = async (tab: Tab): Promise<void> => {
    const { session } = tab;
    if (!session) return;
    tab.session = null;
    session.stopTriggers();
    closePersonStore(session.store);
    await session.loop.stop();
  };

  const crash = (tab: Tab): void => {
    crashes += 1;
    tab.alive = false;
    device.tabs[device.tabs.indexOf(tab)] = null;
    network.tabDied(tab.id);
    locks.tabDied(tab.id);
    tab.record.close();
    tab.session?.stopTriggers();
    // Every later call of this instance rejects, and its open transaction aborts.
    if (tab.session) closePersonStore(tab.session.store);
  };

  const device: Device = {
    tabs: [null, null],
    openTab,
    startSession,
    people: new Set(),
    crash,
    clockOffsetMs: 0,
    nudges: 0,
    startedOver: 0,
    crashes: () => crashes,
    newId: () => minted((lastId += 1)),
  };
  return device;
};

/** Databases of their own for the devices of a schedule; Dexie looks for them where it noted them when it was loaded. */
export const installDatabases = (onFault: (fault: unknown) => void): (() => void) => {
  const indexedDB = new IDBFactory();
  const undo = [
    replace(globalThis, 'indexedDB', indexedDB),
    replace(globalThis, 'IDBKeyRange', IDBKeyRange),
    replace(Dexie.dependencies, 'indexedDB', indexedDB),
    replace(Dexie.dependencies, 'IDBKeyRange', IDBKeyRange),
    // Where a live read that broke is told.
    replace(globalThis, 'reportError', onFault),
  ];
  return () => undo.forEach((step) => step());
};
