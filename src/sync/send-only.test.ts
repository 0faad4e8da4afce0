import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { performOnTicket } from '../actions/perform.ts';
import { keepReplyFile } from '../actions/keep-file.ts';
import { sendReply } from '../actions/reply-to-ticket.ts';
import type { ActionDeps } from '../actions/action-deps.ts';
import { BackendFailure, type Sender } from '../backends/backend.ts';
import { portalHttpCapabilities } from '../backends/portal-http/portal-http-capabilities.ts';
import { minted, noon } from '../domain/builders.testing.ts';
import { fileLimits } from '../domain/file-limits.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import type { FileManifest } from '../domain/ticket.ts';
import { deletePersonStore, openPersonStore, type PersonStore } from '../store/person-store.ts';
import type { SendDeps } from './ports.ts';
import { ada } from './schedules/test-desk.testing.ts';
import { sendOnly } from './send-only.ts';

const opened: PersonStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await deletePersonStore(store);
});

const someone = (): ActionDeps => {
  let last = 0;
  const store = openPersonStore(`send-${Math.random()}`, ada);
  opened.push(store);
  return { store, now: () => noon, newId: () => minted<ActionId>((last += 1)), onPerformed: () => undefined };
};

/** A desk that takes everything, but for what the test changes. */
const deskThat = (store: PersonStore, over: Partial<Sender>): SendDeps => ({
  store,
  backend: {
    capabilities: portalHttpCapabilities,
    prepareToSend: () => Promise.resolve(),
    signOut: async () => undefined,
    perform: async (_person, batch) => batch.map(({ action }) => ({ outcome: 'applied', id: action.id, at: noon, position: 1 })),
    uploadState: async (_person, file) => ({ portico: 1, receivedBytes: 0, sizeBytes: file.sizeBytes, arrived: false }) as never,
    uploadChunk: async (_person, file) => ({ portico: 1, receivedBytes: file.sizeBytes, sizeBytes: file.sizeBytes, arrived: true }) as never,
    ...over,
  },
  device: { read: async () => ({ present: ada, revoke: null }) } as never,
  clock: { now: () => noon, after: () => () => undefined },
  locks: { withLock: (_name, task) => task() },
  random: () => 0.5,
});

const ticketId = minted<TicketId>(0xa1);
const otherTicketId = minted<TicketId>(0xa2);
const states = async ({ store }: ActionDeps) => (await store.outbox.actions.orderBy('seq').toArray()).map(({ state }) => state);

test('an action too large for any request is held, and stops nothing but its own lane', async () => {
  const deps = someone();
  const huge = await performOnTicket(deps, ticketId, { kind: 'reply', data: { text: 'huge' } });
  await performOnTicket(deps, ticketId, { kind: 'reply', data: { text: 'behind it' } });
  await performOnTicket(deps, otherTicketId, { kind: 'reply', data: { text: 'elsewhere' } });
  const desk = deskThat(deps.store, {
    perform: async (_person, batch) => {
      if (batch.some(({ action }) => action.id === huge)) throw new BackendFailure('too-large', '413');
      return batch.map(({ action }) => ({ outcome: 'applied', id: action.id, at: noon, position: 1 }));
    },
  });
  await sendOnly(desk);
  expect(await states(deps)).toEqual(['held', 'waiting', 'done']);
  expect((await deps.store.outbox.actions.toCollection().first())?.heldBecause).toEqual({ kind: 'too-large-to-send' });
});

test('a long queue behind something that is held does not keep what was made after it', async () => {
  const deps = someone();
  const first = await performOnTicket(deps, ticketId, { kind: 'reply', data: { text: 'refused' } });
  for (let n = 0; n < 401; n += 1) await performOnTicket(deps, ticketId, { kind: 'reply', data: { text: `behind it ${n}` } });
  await performOnTicket(deps, otherTicketId, { kind: 'reply', data: { text: 'elsewhere' } });
  await deps.store.outbox.actions
    .where('id')
    .equals(first)
    .modify({ state: 'held', heldBecause: { kind: 'not-allowed' } });
  await sendOnly(deskThat(deps.store, {}));
  expect((await states(deps)).filter((state) => state === 'done')).toHaveLength(1);
});

test('a queue longer than one reading goes out whole', async () => {
  const deps = someone();
  for (let n = 0; n < 450; n += 1) await performOnTicket(deps, ticketId, { kind: 'reply', data: { text: `reply ${n}` } });
  const sent: string[] = [];
  const desk = deskThat(deps.store, {
    perform: async (_person, batch) => {
      sent.push(...batch.map(({ action }) => (action.kind === 'reply' ? action.data.text : '')));
      return batch.map(({ action }) => ({ outcome: 'applied', id: action.id, at: noon, position: 1 }));
    },
  });
  await sendOnly(desk);
  expect(sent).toEqual(Array.from({ length: 450 }, (_, n) => `reply ${n}`));
});

const oneByOne = { ...portalHttpCapabilities, batch: { ...portalHttpCapabilities.batch, maxActions: 1 } };
const lanes = Array.from({ length: 6 }, (_, n) => minted<TicketId>(0xb0 + n));
const replyInEachLane = async (deps: ActionDeps): Promise<ActionId[]> => {
  const ids: ActionId[] = [];
  for (const id of lanes) ids.push(await performOnTicket(deps, id, { kind: 'reply', data: { text: 'hello' } }));
  return ids;
};

test('a request that gets no answer for long keeps nothing else from leaving', async () => {
  const deps = someone();
  const [slow] = await replyInEachLane(deps);
  const answer = Promise.withResolvers<void>();
  const desk = deskThat(deps.store, {
    capabilities: oneByOne,
    perform: async (_person, batch) => {
      if (batch[0]?.action.id === slow) await answer.promise;
      return batch.map(({ action }) => ({ outcome: 'applied', id: action.id, at: noon, position: 1 }));
    },
  });
  const sending = sendOnly(desk);
  await expect.poll(() => states(deps)).toEqual(['sending', 'done', 'done', 'done', 'done', 'done']);
  answer.resolve();
  await sending;
  expect(await states(deps)).toEqual(lanes.map(() => 'done'));
});

test('a failure is told only when every request has landed, and nothing leaves after it', async () => {
  const deps = someone();
  const [slow, failing] = await replyInEachLane(deps);
  const answer = Promise.withResolvers<void>();
  const desk = deskThat(deps.store, {
    capabilities: { ...oneByOne, requestsAtOnce: 2 },
    perform: async (_person, batch) => {
      if (batch[0]?.action.id === failing) throw new BackendFailure('wait', 'status 500');
      if (batch[0]?.action.id === slow) await answer.promise;
      return batch.map(({ action }) => ({ outcome: 'applied', id: action.id, at: noon, position: 1 }));
    },
  });
  const sending = sendOnly(desk);
  let isTold = false;
  const told = sending.catch((fault: unknown) => {
    isTold = true;
    return fault;
  });
  await expect.poll(async () => (await deps.store.outbox.actions.orderBy('seq').toArray()).map(({ tries }) => tries)).toEqual([0, 1, 0, 0, 0, 0]);
  expect(isTold).toBe(false);
  answer.resolve();
  expect(await told).toMatchObject({ kind: 'wait' });
  expect(await states(deps)).toEqual(['done', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting']);
});

test('what the desk would not even try waits for the next round, and everything else goes out in this one', async () => {
  const deps = someone();
  const [odd] = await replyInEachLane(deps);
  await performOnTicket(deps, lanes[0] as TicketId, { kind: 'reply', data: { text: 'behind it' } });
  const asked: ActionId[] = [];
  const desk = deskThat(deps.store, {
    capabilities: oneByOne,
    perform: async (_person, batch) =>
      batch.map(({ action }) => {
        asked.push(action.id);
        return action.id === odd
          ? { outcome: 'not-attempted', id: action.id, because: action.id }
          : { outcome: 'applied', id: action.id, at: noon, position: 1 };
      }),
  });
  await expect(sendOnly(desk)).rejects.toMatchObject({ kind: 'wait' });
  expect(await states(deps)).toEqual(['waiting', 'done', 'done', 'done', 'done', 'done', 'waiting']);
  expect(asked.filter((id) => id === odd)).toHaveLength(1);
});

test('a request that is too large is sent again in halves', async () => {
  const deps = someone();
  await replyInEachLane(deps);
  const sizes: number[] = [];
  const desk = deskThat(deps.store, {
    perform: async (_person, batch) => {
      sizes.push(batch.length);
      if (batch.length > 3) throw new BackendFailure('too-large', '413');
      return batch.map(({ action }) => ({ outcome: 'applied', id: action.id, at: noon, position: 1 }));
    },
  });
  await sendOnly(desk);
  expect(sizes).toEqual([6, 3, 3]);
});

test('what a crash left as being sent is sent again, and its outcome is asked about', async () => {
  const deps = someone();
  await performOnTicket(deps, ticketId, { kind: 'reply', data: { text: 'hello' } });
  await deps.store.outbox.actions.toCollection().modify({ state: 'sending' });
  const unknown: boolean[] = [];
  const desk = deskThat(deps.store, {
    perform: async (_person, batch) => {
      unknown.push(...batch.map(({ outcomeUnknown }) => outcomeUnknown));
      return batch.map(({ action }) => ({ outcome: 'applied', id: action.id, at: noon, position: 1 }));
    },
  });
  await sendOnly(desk);
  expect(unknown).toEqual([true]);
  expect(await states(deps)).toEqual(['done']);
});

const sendFile = async (deps: ActionDeps, name: string): Promise<void> => {
  await keepReplyFile(deps, ticketId, { name, type: 'text/plain', bytes: new TextEncoder().encode(name).buffer }, fileLimits);
  await sendReply(deps, ticketId);
};

test('a file that the desk cannot take today does not keep the others from arriving', async () => {
  const deps = someone();
  await sendFile(deps, 'bad.txt');
  await sendFile(deps, 'good.txt');
  const desk = deskThat(deps.store, {
    uploadState: async (_person: unknown, file: FileManifest) => {
      if (file.name === 'bad.txt') throw new BackendFailure('wait', 'status 500');
      return { portico: 1, receivedBytes: 0, arrived: false };
    },
  });
  await expect(sendOnly(desk)).rejects.toThrow('status 500');
  await expect(sendOnly(desk)).rejects.toThrow('status 500');
  const files = await deps.store.outbox.files.toArray();
  expect(files.map(({ manifest, state }) => [manifest.name, state])).toEqual([
    ['bad.txt', 'waiting'],
    ['good.txt', 'arrived'],
  ]);
});

test('a desk that takes a chunk and keeps nothing is not sent it for ever', async () => {
  const deps = someone();
  await sendFile(deps, 'a.txt');
  let chunks = 0;
  const desk = deskThat(deps.store, {
    uploadChunk: async () => {
      chunks += 1;
      return { portico: 1, receivedBytes: 0, arrived: false };
    },
  });
  await expect(sendOnly(desk)).rejects.toThrow('not kept');
  expect(chunks).toBe(1);
});
