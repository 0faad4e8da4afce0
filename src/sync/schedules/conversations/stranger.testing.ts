/** Whoever stands at the front door without a session: registers, and their device sees to it that the desk hears of it. */
import { register } from '../../../actions/register.ts';
import { createPortalHttpReception } from '../../../backends/portal-http/portal-http-reception.ts';
import { named } from '../../../domain/builders.testing.ts';
import type { PartitionId, RegistrationId } from '../../../domain/ids.ts';
import { openRegistrationDb, type RegistrationDb } from '../../../store/registration-db.ts';
import { sendRegistrations } from '../../send-registrations.ts';
import type { Device, Tab } from '../device.testing.ts';
import type { FaultyNetwork } from '../faulty-network.testing.ts';
import type { PlantedBug } from '../planted-bugs.testing.ts';
import type { VirtualTime } from '../virtual-time.testing.ts';

export type Door = { readonly db: RegistrationDb; readonly nudge: () => void; readonly close: () => void };

/** Every registration whose promise resolved; `after`: those of the same address whose promise had resolved when it began. */
export type Asked = { readonly id: RegistrationId; readonly email: string; readonly after: readonly RegistrationId[] };

type DoorParts = {
  readonly address: string;
  readonly time: VirtualTime;
  readonly network: FaultyNetwork;
  readonly device: Device;
  readonly bug: PlantedBug;
  readonly random: () => number;
  readonly onFault: (fault: unknown) => void;
};

/** As `followRegistrations`, with the clock and the locks of the test. */
export const openDoor = ({ address, time, network, device, bug, random, onFault }: DoorParts, tab: Tab): Door => {
  const db = openRegistrationDb('stranger');
  const deps = {
    db,
    reception: createPortalHttpReception({ address, fetch: network.fetchFor(tab.id) }),
    now: () => time.now() + device.clockOffsetMs,
    random,
  };
  const sendRound = bug.registrations?.(sendRegistrations) ?? sendRegistrations;
  let callOff = (): void => undefined;
  const round = async (isAsked: boolean): Promise<void> => {
    callOff();
    const next = await tab.locks.withLock('registrations', () => sendRound(deps, isAsked));
    callOff();
    if (next !== null && tab.alive) callOff = time.after(Math.max(0, next - deps.now()), () => run(false));
  };
  const run = (isAsked: boolean): void => {
    round(isAsked).catch((fault: unknown) => tab.alive && onFault(fault));
  };
  run(true);
  return {
    db,
    nudge: () => run(true),
    close: () => {
      callOff();
      db.close();
    },
  };
};

export const addresses = ['zoe@example.org', 'yan@example.org', 'xia@example.org'] as const;

export const registerAt = async (door: Door, device: Device, now: () => number, asked: Asked[], address: number): Promise<void> => {
  const email = addresses[address] ?? addresses[0];
  const answers = { name: 'Zoe Quill', email, partitionId: named<PartitionId>('council'), phone: '', reason: 'I am new here.' };
  const after = asked.filter((one) => one.email === email).map(({ id }) => id);
  const id = await register({ db: door.db, now, newId: device.newId, onPerformed: door.nudge }, answers, 'Council');
  asked.push({ id, email, after });
};
