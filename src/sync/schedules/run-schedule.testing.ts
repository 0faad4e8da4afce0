/** One schedule from the first step to the last: a device, a desk, the line between, and everything that can happen to them. */
import * as fc from 'fast-check';
import type { Person } from '../../domain/person.ts';
import type { OutboxRow } from '../../store/outbox-db.ts';
import { holdsItsLane } from '../../store/outbox.ts';
import { signIn, signOut } from '../right-person.ts';
import { createDevice, installDatabases, type Device, type Session, type Tab } from './device.testing.ts';
import { installFakeChannels } from './fake-channel.testing.ts';
import { faultsArbitrary, type Fault, type FaultCounts } from './faults.testing.ts';
import { createFaultyNetwork, type FaultyNetwork } from './faulty-network.testing.ts';
import {
  budgetProblems,
  convergenceProblems,
  deliveryProblems,
  draftProblems,
  fileProblems,
  orderProblems,
  readRemains,
  type Remains,
} from './invariants.testing.ts';
import { openKeylessDesk } from './keyless-test-desk.testing.ts';
import { createLedger, type Ledger } from './ledger.testing.ts';
import type { PlantedBug } from './planted-bugs.testing.ts';
import { openPorticoDesk } from './portico-desk.testing.ts';
import { look } from './screens.testing.ts';
import { perform, type PersonDeed } from './somebody.testing.ts';
import { ada, ben, type TestDesk } from './test-desk.testing.ts';
import { installVirtualTime, type VirtualTime } from './virtual-time.testing.ts';
import { stepsArbitrary, type Deed, type Step } from './workload.testing.ts';

export type Model = 'portico' | 'keyless';
export type Schedule = { readonly steps: readonly Step[]; readonly faults: readonly (Fault | null)[]; readonly dice: number };

export const scheduleArbitrary = (model: Model, mostSteps: number): fc.Arbitrary<Schedule> =>
  fc.record({ steps: stepsArbitrary(mostSteps), faults: faultsArbitrary(model), dice: fc.nat(0x7fffffff) });

type World = {
  readonly time: VirtualTime;
  readonly desk: TestDesk;
  readonly network: FaultyNetwork;
  readonly device: Device;
  readonly ledger: Ledger;
  readonly boxesInUse: Set<string>;
  readonly problems: string[];
  /** Tabs that are being looked at right now. */
  readonly looking: Set<Tab>;
  readonly random: () => number;
  signIns: number;
};

const startAt = Date.UTC(2026, 10, 24, 12);
/** Looking is what costs most: often enough to see what is true for a few turns only, in some of many schedules. */
const lookEveryTurns = 40;

/** Runs one schedule; rejects with what was wrong. Resolves with what went over the line, the same whenever it is run again. */
export const runSchedule = async (model: Model, schedule: Schedule, counts: FaultCounts, bug: PlantedBug = {}): Promise<string> => {
  const time = installVirtualTime(startAt);
  const undoChannels = installFakeChannels();
  const problems: string[] = [];
  const onFault = (fault: unknown): void => void problems.push(`a fault of the device: ${String(fault)}`);
  const undoDatabases = installDatabases(onFault);
  const bare = await (model === 'portico' ? openPorticoDesk(time) : openKeylessDesk(time));
  const desk = bug.desk?.(bare) ?? bare;
  const network = createFaultyNetwork(time, desk, schedule.faults, counts);
  const random = createDice(schedule.dice);
  const device = createDevice({ name: 'test', idsAfter: 0, isLive: false, time, desk, network, bug, random, onFault });
  const world: World = { time, desk: bare, network, device, ledger: createLedger(), boxesInUse: new Set(), problems, looking: new Set(), random, signIns: 0 };
  try {
    await signInAt(world, await tabAt(world, 0), false);
    network.begin();
    for (const step of schedule.steps) await runStep(world, step);
    await settle(world);
  } finally {
    for (const tab of device.tabs) if (tab) device.crash(tab);
    undoDatabases();
    undoChannels();
    time.uninstall();
    await bare.close();
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return network.sent.map(({ tabId, method, path, status }) => `${tabId} ${method} ${path} ${status}`).join('\n');
};

/** A linear congruential generator (Numerical Recipes): chance that can be had again. */
export const createDice = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
};

const runStep = async (world: World, { place, deed, turns }: Step): Promise<void> => {
  const { time } = world;
  const pausedBefore = await requestsWhilePaused(world);
  const { signIns } = world;
  await doDeed(world, place, deed);
  if (turns === null) await time.idle();
  for (let turn = 1; turn <= (turns ?? 0); turn += 1) {
    await time.turn();
    if (turn % lookEveryTurns === 0) startLooks(world);
  }
  if (pausedBefore !== null && world.signIns === signIns && !mayUnpause.has(deed.kind) && world.network.sent.length > pausedBefore)
    world.problems.push('I5: something was sent while the device waits for a sign-in');
};

const mayUnpause: ReadonlySet<Deed['kind']> = new Set(['sign-out', 'stranger-signs-in']);

/** How many requests were made so far, when every session here is paused and nothing is on its way; else null. */
const requestsWhilePaused = async ({ device, network }: World): Promise<number | null> => {
  const sessions = sessionsOf(device);
  if (sessions.length === 0) return null;
  for (const { loop } of sessions) if (!(await isSettled(loop.settled()))) return null;
  for (const { store } of sessions) {
    const status = await store.cache.meta.get('sync').catch(() => undefined);
    if (status?.key !== 'sync' || status.paused !== 'sign-in-again') return null;
  }
  return network.sent.length;
};

const isSettled = (promise: Promise<unknown>): Promise<boolean> => Promise.race([promise.then(() => true), Promise.resolve().then(() => false)]);

const sessionsOf = (device: Device): readonly Session[] => device.tabs.flatMap((tab) => (tab?.session ? [tab.session] : []));

const startLooks = (world: World): void => {
  for (const tab of world.device.tabs) {
    if (!tab?.session || world.looking.has(tab)) continue;
    const { session } = tab;
    world.looking.add(tab);
    look({ session, device: world.device, ledger: world.ledger, desk: world.desk }, Math.floor(world.random() * 1000))
      .then(
        (found) => void (tab.session === session && tab.alive && world.problems.push(...found.map((problem) => `I6: ${problem}`))),
        (fault: unknown) => void (tab.session === session && tab.alive && world.problems.push(`a look failed: ${String(fault)}`)),
      )
      .finally(() => world.looking.delete(tab));
  }
};

const doDeed = async (world: World, place: 0 | 1, deed: Deed): Promise<void> => {
  const { device, desk, network, time } = world;
  switch (deed.kind) {
    case 'wait':
      return time.pass(deed.durationMs);
    case 'clock':
      device.clockOffsetMs += deed.shiftMs;
      return undefined;
    case 'network':
      network.online = deed.online;
      for (const { loop } of sessionsOf(device)) nudge(world, loop);
      return undefined;
    case 'desk-writes':
      return desk.analystWrites(deed.pick, `From the desk ${world.ledger.tick()}`);
    case 'desk-resolves':
      return desk.analystResolves(deed.pick);
    case 'desk-saves-settings':
      return desk.savesSettings(`Set at the desk ${world.ledger.tick()}`);
    case 'sessions-end':
      return desk.endAllSessions();
    case 'feed-anew':
      return desk.beginFeedAnew();
    case 'offer-phones':
      return desk.offerPhones(deed.offered);
    case 'crash': {
      const tab = device.tabs[place];
      if (tab) device.crash(tab);
      return undefined;
    }
    default:
      return inTab(world, place, deed);
  }
};

const nudge = ({ device }: World, loop: Session['loop']): void => {
  device.nudges += 1;
  loop.nudge(true);
};

type TabDeed = PersonDeed | Extract<Deed, { kind: 'sign-in' | 'sign-out' | 'stranger-signs-in' | 'nudge' }>;

/** A crashed tab is opened again, and somebody signs in where nobody is. */
const inTab = async (world: World, place: 0 | 1, deed: TabDeed): Promise<void> => {
  const tab = await tabAt(world, place);
  if (deed.kind === 'sign-in') return signInAt(world, tab, deed.other);
  if (deed.kind === 'stranger-signs-in') {
    await quietly(world, 'a stranger signing in', tab.backend.signIn('ben', 'ben-portico'));
    return;
  }
  if (!tab.session) await signInAt(world, tab, false);
  const { session } = tab;
  if (!session) return;
  if (deed.kind === 'sign-out') return signOutAt(world, tab, session, deed.keep);
  if (deed.kind === 'nudge') return nudge(world, session.loop);
  void perform({ session, ledger: world.ledger, boxesInUse: world.boxesInUse }, deed).catch((fault: unknown) => {
    if (tab.alive && tab.session === session) world.problems.push(`a deed failed: ${deed.kind}: ${String(fault)}`);
  });
};

const tabAt = async ({ device, time }: World, place: 0 | 1): Promise<Tab> => {
  const open = device.tabs[place];
  if (open) return open;
  const opening = device.openTab(place);
  await time.until('opening a tab', opening);
  return opening;
};

/** Whatever comes of it: a sign-in that fails is tried again by whoever wants in. */
const quietly = async ({ time }: World, what: string, work: Promise<unknown>): Promise<void> => {
  await time.until(
    what,
    work.catch(() => undefined),
  );
};

const signInAt = async (world: World, tab: Tab, other: boolean): Promise<void> => {
  world.signIns += 1;
  const { present } = await tab.record.read();
  const wanted = wantedPerson(present, other);
  const door = { backend: tab.backend, device: tab.record };
  await quietly(
    world,
    'signing in',
    signIn(door, wanted.id, `${wanted.id}-portico`, present).then((outcome) => enter(world, tab, outcome.kind === 'signed-in' ? outcome.person : null)),
  );
};

const wantedPerson = (present: Person | null, other: boolean): Person => {
  const usual = present?.id === ben.id ? ben : ada;
  return other ? (usual.id === ada.id ? ben : ada) : usual;
};

const enter = async ({ device }: World, tab: Tab, person: Person | null): Promise<void> => {
  if (!person || !tab.alive) return;
  if (!tab.session) device.startSession(tab, person);
  if (tab.session?.person.id === person.id) await tab.session.loop.resume();
};

const signOutAt = async (world: World, tab: Tab, session: Session, keep: boolean): Promise<void> => {
  if (!keep) letGoOfAll(world, session.person);
  tab.session = null;
  session.stopTriggers();
  await quietly(
    world,
    'signing out',
    session.loop.stop().then(() => signOut({ backend: tab.backend, device: tab.record }, session.store, keep)),
  );
  // What was performed while the person was signing out is part of what they chose to delete.
  if (!keep) letGoOfAll(world, session.person);
};

const letGoOfAll = ({ ledger }: World, person: Person): void => {
  for (const item of ledger.items) if (item.person === person.id) item.letGo = true;
  for (const draft of ledger.drafts.values()) if (draft.person === person.id) draft.sent = true;
};

const longest = 20 * 60_000;

/** The faults stop, everybody who had a session signs in once more, and everything that can go goes. */
const settle = async (world: World): Promise<void> => {
  const { device, network, time, ledger, desk } = world;
  network.calm();
  await time.idle();
  for (const tab of device.tabs) if (tab && tab !== device.tabs[0]) device.crash(tab);
  const tab = await tabAt(world, 0);
  const { present } = await tab.record.read();
  const remains: Remains[] = [];
  const everybody = (present?.id === ben.id ? [ben, ada] : [ada, ben]).filter(({ id }) => device.people.has(id));
  for (const [index, person] of everybody.entries()) {
    await signInForGood(world, tab, person);
    if (!tab.session) throw new Error(`${person.id} cannot sign in any more`);
    await letItSettle(world, tab.session);
    remains.push(await readRemains(tab.session));
    world.problems.push(
      ...(await look({ session: tab.session, device, ledger, desk }, 0)),
      ...(await draftProblems(ledger, tab.session)),
      ...(await convergenceProblems(remains.at(-1) as Remains, await desk.effects())),
    );
    if (index < everybody.length - 1) await signOutAt(world, tab, tab.session, true);
  }
  const effects = await desk.effects();
  world.problems.unshift(
    ...deliveryProblems(ledger, effects, remains),
    ...orderProblems(ledger, effects),
    ...fileProblems(ledger, effects),
    ...budgetProblems(ledger, network.sent, device.crashes()),
  );
};

const signInForGood = async (world: World, tab: Tab, person: Person): Promise<void> => {
  const door = { backend: tab.backend, device: tab.record };
  await world.time.until(
    'signing in at the end',
    signIn(door, person.id, `${person.id}-portico`, null).then(() => enter(world, tab, person)),
  );
};

/** Only the timers drive it: nobody asks by hand any more. */
const letItSettle = async ({ time }: World, { store }: Session): Promise<void> => {
  for (let passed = 0; passed < longest; passed += 60_000) {
    await time.pass(60_000);
    if (await isAtRest(store)) return;
  }
};

/** Nothing moves any more: what is left waits for a person. */
const isAtRest = async ({ outbox }: Session['store']): Promise<boolean> => {
  const rows = await outbox.actions.orderBy('seq').toArray();
  const isBehind = (row: OutboxRow): boolean => rows.some((other) => holdsItsLane(other) && other.lane === row.lane && other.seq < row.seq);
  if (rows.some((row) => row.state !== 'held' && !isBehind(row))) return false;
  const files = await outbox.files.where('state').anyOf('waiting', 'arrived').toArray();
  return files.every(({ id }) => rows.some((row) => row.id === id));
};
