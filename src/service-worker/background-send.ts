/** Sends what waits after the last tab is gone: the browser calls when it has a network, and calls again if this rejects. */
import * as v from 'valibot';
import { chooseSender } from '../backends/choose-sender.ts';
import { backendKeyOf } from '../contract/backend-key.ts';
import { porticoJsonSchema, type PorticoJson } from '../contract/portico-json.ts';
import { readSyncStatus } from '../store/cache.ts';
import { createDeviceRecord, type DeviceRecord } from '../store/device-record.ts';
import { closePersonStore, openPersonStore, type PersonStore } from '../store/person-store.ts';
import { browserClock, browserLocks } from '../sync/ports.ts';
import { sendOnly } from '../sync/send-only.ts';
import { createSyncLoop } from '../sync/sync-loop.ts';
import { settingsFirstFromNetwork } from './settings-route.ts';

export const sendInBackground = async (): Promise<void> => {
  const settings = await readSettings();
  const device = createDeviceRecord(backendKeyOf(settings));
  try {
    // Nobody signed in: what is here is sealed, and leaves only when its owner comes back.
    const { present } = await device.read();
    if (!present) return;
    const store = openPersonStore(backendKeyOf(settings), present);
    try {
      await sendAll(settings, device, store);
    } finally {
      closePersonStore(store);
    }
  } finally {
    device.close();
  }
};

const sendAll = async (settings: PorticoJson, device: DeviceRecord, store: PersonStore): Promise<void> => {
  const backend = chooseSender(settings);
  if (!backend || !(await isWaiting(store))) return;
  const faults: unknown[] = [];
  const deps = { backend, store, device, clock: browserClock, locks: browserLocks, random: Math.random };
  const loop = createSyncLoop(
    deps,
    () => sendOnly(deps),
    (fault) => faults.push(fault),
  );
  loop.nudge(true);
  await loop.settled();
  await loop.stop();
  if (faults.length > 0) throw faults[0];
  // A pause ends by the person, not by trying again.
  const { paused } = await readSyncStatus(store.cache);
  if (!paused && (await isWaiting(store))) throw new Error('something still waits to be sent');
};

/** Also what a tab was just sending when it was closed: nobody else is left to find out what became of it. */
const isWaiting = async ({ outbox }: PersonStore): Promise<boolean> =>
  (await outbox.actions.where('state').anyOf('waiting', 'sending').count()) > 0 || (await outbox.files.where('state').equals('waiting').count()) > 0;

const readSettings = async (): Promise<PorticoJson> => {
  const response = await settingsFirstFromNetwork({ request: new Request('/portico.json') });
  return v.parse(porticoJsonSchema, response.status === 404 ? {} : await response.json());
};
