/** One schedule of people who talk: their devices, the desk and its clock, and everything that can happen to them. */
import * as fc from 'fast-check';
import type { Person } from '../../../domain/person.ts';
import { holdsItsLane } from '../../../store/outbox.ts';
import { readSyncStatus } from '../../../store/cache.ts';
import { signIn } from '../../right-person.ts';
import { createDevice, installDatabases, type Device, type Session, type Tab } from '../device.testing.ts';
import { installFakeChannels } from '../fake-channel.testing.ts';
import { faultsArbitrary, type Fault, type FaultCounts } from '../faults.testing.ts';
import { createFaultyNetwork, type FaultyNetwork } from '../faulty-network.testing.ts';
import { createLedger, type Ledger } from '../ledger.testing.ts';
import { readRemains, type Remains } from '../invariants.testing.ts';
import type { PlantedBug } from '../planted-bugs.testing.ts';
import { createDice } from '../run-schedule.testing.ts';
import { look } from '../screens.testing.ts';
import { installVirtualTime, type VirtualTime } from '../virtual-time.testing.ts';
import { openChatDesk, staff, type ChatDesk } from './chat-desk.testing.ts';
import { absenceProblems, conversationProblems, registrationProblems, viewProblems } from './conversation-invariants.testing.ts';
import {
  conversationStepsArbitrary,
  type AnalystDeed,
  type AskerDeed,
  type ConversationStep,
  type Mishap,
  type StrangerDeed,
} from './conversation-workload.testing.ts';
import { openDoor, registerAt, type Asked, type Door } from './stranger.testing.ts';
import { talk } from './talker.testing.ts';

export type Conversation = {
  /** A chat is going on and somebody has registered when it begins. */
  readonly isMidway: boolean;
  readonly steps: readonly ConversationStep[];
  readonly faults: readonly (Fault | null)[];
  readonly dice: number;
};

export const conversationArbitrary = (mostSteps: number): fc.Arbitrary<Conversation> =>
  fc.record({
    isMidway: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    steps: conversationStepsArbitrary(mostSteps),
    faults: faultsArbitrary('portico'),
    dice: fc.nat(0x7fffffff),
  });

type Who = 'ada' | 'ben' | 'gus' | 'hal' | 'stranger';
const everybody: readonly Who[] = ['ada', 'ben', 'gus', 'hal', 'stranger'];

/** One person's device and the line from it. */
type Place = { readonly who: Who; readonly person: Person | null; readonly device: Device; readonly network: FaultyNetwork; readonly doors: Map<Tab, Door> };

type World = {
  readonly time: VirtualTime;
  readonly desk: ChatDesk;
  readonly places: ReadonlyMap<Who, Place>;
  readonly ledger: Ledger;
  readonly asked: Asked[];
  readonly boxesInUse: Set<string>;
  readonly bug: PlantedBug;
  readonly problems: string[];
  readonly looking: Set<Tab>;
  readonly random: () => number;
  readonly onFault: (fault: unknown) => void;
};

const startAt = Date.UTC(2026, 10, 24, 12);

/** Runs one schedule; rejects with what was wrong. Resolves with what went over the lines. */
export const runConversation = async ({ isMidway, steps, faults, dice }: Conversation, counts: FaultCounts, bug: PlantedBug = {}): Promise<string> => {
  const time = installVirtualTime(startAt);
  const undoChannels = installFakeChannels();
  const problems: string[] = [];
  const onFault = (fault: unknown): void => void problems.push(`a fault of the device: ${String(fault)}`);
  const undoDatabases = installDatabases(onFault);
  const random = createDice(dice);
  const desk = await openChatDesk(time, bug);
  const placeOf = (who: Who, index: number): Place => {
    // Dealt out like cards.
    const ownFaults = faults.filter((_, place) => place % everybody.length === index);
    const network = createFaultyNetwork(time, desk, ownFaults, counts);
    const device = createDevice({ name: who, idsAfter: (index + 1) * 0x1000000, isLive: true, time, desk, network, bug, random, onFault });
    return { who, person: staff.find(({ id }) => id === who) ?? null, device, network, doors: new Map() };
  };
  const places = new Map(everybody.map((who, index) => [who, placeOf(who, index)]));
  const common = { ledger: createLedger(), asked: [], boxesInUse: new Set<string>(), looking: new Set<Tab>() };
  const world: World = { time, desk, places, bug, problems, random, onFault, ...common };
  try {
    await open(world, isMidway);
    for (const place of places.values()) place.network.begin();
    for (const step of steps) await runStep(world, step);
    await settle(world);
  } finally {
    for (const place of places.values()) for (const tab of place.device.tabs) if (tab) crash(place, tab);
    desk.kill();
    undoDatabases();
    undoChannels();
    time.uninstall();
    await desk.close();
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return [...places.values()]
    .flatMap(({ network }) => network.sent.map(({ tabId, method, path, status }) => `${tabId} ${method} ${path} ${status}`))
    .join('\n');
};

/** The desk opens: both analysts are there. */
const open = async (world: World, isMidway: boolean): Promise<void> => {
  for (const who of ['ada', 'gus', 'hal'] as const) await act(world, who, 0, { kind: 'sign-in' });
  for (const who of ['gus', 'hal'] as const) await act(world, who, 0, { kind: 'be', to: 'available', other: false });
  await world.time.idle();
  if (!isMidway) return;
  await act(world, 'ada', 0, { kind: 'ask', twice: false });
  await act(world, 'stranger', 0, { kind: 'register', address: 0, twice: false });
  await world.time.pass(2_000);
  await act(world, 'gus', 0, { kind: 'accept', pick: 0 });
  await act(world, 'ada', 0, { kind: 'say', lines: 1, twice: false });
  await world.time.pass(2_000);
};

const placeOf = ({ places }: World, who: Who): Place => {
  const place = places.get(who);
  if (!place) throw new Error(`nobody is called ${who}`);
  return place;
};

const crash = ({ device, doors }: Place, tab: Tab): void => {
  doors.get(tab)?.close();
  device.crash(tab);
};

const runStep = async (world: World, step: ConversationStep): Promise<void> => {
  if (step.who === 'world') await happen(world, step.deed);
  else await act(world, step.who, step.place, step.deed);
  if (step.turns === null) await world.time.idle();
  for (let turn = 1; turn <= (step.turns ?? 0); turn += 1) await world.time.turn();
  if (world.random() < 0.3) startLook(world);
};

type WorldDeed = Extract<ConversationStep, { readonly who: 'world' }>['deed'];

const happen = async (world: World, deed: WorldDeed): Promise<void> => {
  const { desk, time } = world;
  switch (deed.kind) {
    case 'both-accept':
      await Promise.all((['gus', 'hal'] as const).map((who) => act(world, who, 0, { kind: 'accept', pick: 0 })));
      return undefined;
    case 'both-decide':
      if (deed.vainWrites > 0) desk.fillDisk(deed.vainWrites);
      await Promise.all((['gus', 'hal'] as const).map((who) => act(world, who, 0, { kind: 'decide', pick: 0, approves: who === 'gus' })));
      return undefined;
    case 'disk-full':
      return desk.fillDisk(deed.vainWrites);
    case 'vanish': {
      const place = placeOf(world, deed.who);
      for (const tab of place.device.tabs) if (tab) crash(place, tab);
      return time.pass(untilLeasesAreOver + 5_000);
    }
    case 'sessions-end':
      return desk.endAllSessions();
    case 'kill':
      desk.kill();
      for (const { network } of world.places.values()) network.cut();
      time.after(deed.downMs, desk.start);
      return undefined;
    case 'wait':
      return time.pass(deed.durationMs);
  }
};

type TabDeed = AskerDeed | AnalystDeed | Mishap | StrangerDeed;

const act = async (world: World, who: Who, at: 0 | 1, deed: TabDeed): Promise<void> => {
  const place = placeOf(world, who);
  const { device, network } = place;
  switch (deed.kind) {
    case 'crash': {
      const tab = device.tabs[at];
      if (tab) crash(place, tab);
      return undefined;
    }
    case 'cut':
      return network.cut();
    case 'clock':
      device.clockOffsetMs += deed.shiftMs;
      return undefined;
    case 'network':
      network.online = deed.online;
      for (const tab of device.tabs) tab?.session?.loop.nudge(true);
      for (const door of place.doors.values()) door.nudge();
      return undefined;
    default:
      return place.person ? actInSession(world, place, place.person, at, deed) : actAtDoor(world, place, at, deed);
  }
};

const actAtDoor = async (world: World, place: Place, at: 0 | 1, deed: TabDeed): Promise<void> => {
  const tab = await tabAt(world, place, at);
  const door = place.doors.get(tab);
  if (!door || deed.kind !== 'register') return;
  const now = (): number => world.time.now() + place.device.clockOffsetMs;
  const registers = (): Promise<void> => registerAt(door, place.device, now, world.asked, deed.address);
  void (deed.twice ? registers().then(registers) : registers()).catch(
    (fault: unknown) => tab.alive && world.problems.push(`registering failed: ${String(fault)}`),
  );
};

/** Whoever is asked to sign in does so before anything else. */
const actInSession = async (world: World, place: Place, person: Person, at: 0 | 1, deed: TabDeed): Promise<void> => {
  const tab = await tabAt(world, place, at);
  if (deed.kind === 'sign-in' || !tab.session || (await isPaused(tab.session))) await signInAt(world, tab, place, person);
  const { session } = tab;
  if (!session || deed.kind === 'sign-in' || !isTalk(deed)) return;
  void talk({ session, ledger: world.ledger, boxesInUse: world.boxesInUse }, deed).catch((fault: unknown) => {
    if (tab.alive && tab.session === session) world.problems.push(`a deed failed: ${deed.kind}: ${String(fault)}`);
  });
};

const isPaused = async ({ store }: Session): Promise<boolean> => (await readSyncStatus(store.cache)).paused !== null;

const isTalk = (deed: TabDeed): deed is AskerDeed | AnalystDeed => !['crash', 'cut', 'clock', 'network', 'sign-in', 'register'].includes(deed.kind);

const tabAt = async (world: World, place: Place, at: 0 | 1): Promise<Tab> => {
  const { device, network, doors, person } = place;
  const opened = device.tabs[at];
  if (opened) return opened;
  const opening = device.openTab(at);
  await world.time.until('opening a tab', opening);
  const tab = await opening;
  const { time, bug, random, onFault, desk } = world;
  if (!person) doors.set(tab, openDoor({ address: desk.address, time, network, device, bug, random, onFault }, tab));
  return tab;
};

/** Whatever comes of it: a sign-in that fails is tried again by whoever wants in. */
const signInAt = async (world: World, tab: Tab, { device }: Place, person: Person): Promise<void> => {
  const { present } = await tab.record.read();
  const entering = signIn({ backend: tab.backend, device: tab.record }, person.id, `${person.id}-portico`, present).then(async (outcome) => {
    if (outcome.kind !== 'signed-in' || !tab.alive) return;
    if (!tab.session) device.startSession(tab, outcome.person);
    await tab.session?.loop.resume();
  });
  await world.time.until(
    'signing in',
    entering.catch(() => undefined),
  );
};

const tabsWithSession = ({ places }: World): readonly { readonly tab: Tab; readonly session: Session; readonly place: Place }[] =>
  [...places.values()].flatMap((place) => place.device.tabs.flatMap((tab) => (tab?.session ? [{ tab, session: tab.session, place }] : [])));

const startLook = (world: World): void => {
  const seen = tabsWithSession(world).filter(({ tab }) => !world.looking.has(tab));
  const chosen = seen[Math.floor(world.random() * seen.length)];
  if (!chosen) return;
  const { tab, session, place } = chosen;
  world.looking.add(tab);
  look({ session, device: place.device, ledger: world.ledger, desk: world.desk }, Math.floor(world.random() * 1000))
    .then(
      (found) => void (tab.session === session && tab.alive && world.problems.push(...found.map((problem) => `I6: ${problem}`))),
      (fault: unknown) => void (tab.session === session && tab.alive && world.problems.push(`a look failed: ${String(fault)}`)),
    )
    .finally(() => world.looking.delete(tab));
};

/** Longer than a lease, and until the next look of those who keep the chats. */
const untilLeasesAreOver = 60_000;
const longest = 20 * 60_000;

/** The faults stop; whoever is gone by then is missed, and everybody who was ever here comes back and sends what they have. */
const settle = async (world: World): Promise<void> => {
  const { desk, time, places, problems, ledger, asked } = world;
  desk.start();
  desk.fillDisk(0);
  for (const { network } of places.values()) network.calm();
  await time.idle();
  await time.pass(2 * untilLeasesAreOver);
  problems.push(...absenceProblems(await desk.holdings(), listeners(world)));
  for (const place of places.values()) await comeBack(world, place);
  for (let passed = 0; passed < longest && !(await isAtRest(world)); passed += 60_000) await time.pass(60_000);
  await time.pass(untilLeasesAreOver);
  const holdings = await desk.holdings();
  const remains: Remains[] = [];
  for (const { session, place } of tabsWithSession(world)) {
    remains.push(await readRemains(session));
    problems.push(...(await look({ session, device: place.device, ledger, desk }, 0)), ...(await viewProblems(session, holdings)));
  }
  const sent = [...places.values()].flatMap(({ network }) => network.sent);
  const crashes = [...places.values()].reduce((sum, { device }) => sum + device.crashes(), 0);
  problems.unshift(
    ...conversationProblems({ ledger, holdings, remains, sent, crashes }),
    ...absenceProblems(holdings, listeners(world)),
    ...(await registrationProblems(ledger, holdings, asked, doorOf(world)?.db ?? null)),
  );
};

const doorOf = (world: World): Door | undefined => [...placeOf(world, 'stranger').doors].findLast(([tab]) => tab.alive)?.[1];

const comeBack = async (world: World, place: Place): Promise<void> => {
  const { device, person } = place;
  if (person ? !device.people.has(person.id) : place.doors.size === 0) return;
  for (const tab of device.tabs) if (tab && tab !== device.tabs[0]) crash(place, tab);
  const tab = await tabAt(world, place, 0);
  if (person) await signInAt(world, tab, place, person);
};

/** Who has a line to the desk that stands. */
const listeners = ({ places }: World): ReadonlySet<string> =>
  new Set([...places.values()].flatMap(({ who, network }) => (network.linesOpen() > 0 ? [who] : [])));

/** Nothing moves any more: what is left waits for a person. */
const isAtRest = async (world: World): Promise<boolean> => {
  const waiting = (await doorOf(world)?.db.registrations.toArray())?.some((row) => row['state'] === 'waiting') ?? false;
  if (waiting) return false;
  for (const { session } of tabsWithSession(world)) {
    const rows = await session.store.outbox.actions.orderBy('seq').toArray();
    const isMoving = rows.some((row) => row.state !== 'held' && !rows.some((other) => holdsItsLane(other) && other.lane === row.lane && other.seq < row.seq));
    if (isMoving) return false;
  }
  return true;
};
