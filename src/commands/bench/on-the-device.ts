/** What runs inside the browser for the bench: the portal's own store, actions and sync, beside the bare browser doing the same. */
import { v7 } from 'uuid';
import { performOnTicket } from '../../actions/perform.ts';
import { createPortalHttpBackend } from '../../backends/portal-http/portal-http-backend.ts';
import type { OutboxRow } from '../../store/outbox-db.ts';
import { createDeviceRecord } from '../../store/device-record.ts';
import type { Action, ActionBody } from '../../domain/action.ts';
import { priorities } from '../../domain/call.ts';
import type { ActionId, EntryId, GroupId, PersonId, TicketId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { isOpen, type Ticket } from '../../domain/ticket.ts';
import { newOutboxRow } from '../../store/outbox.ts';
import { deletePersonStore, openPersonStore, type PersonStore } from '../../store/person-store.ts';
import { browserClock, browserLocks, type SyncDeps } from '../../sync/ports.ts';
import { sendThenPull } from '../../sync/send-then-pull.ts';
import { createSyncLoop } from '../../sync/sync-loop.ts';

type Pair = { readonly ours: number; readonly raw: number };

type RaisingData = Extract<ActionBody, { kind: 'raise-ticket' }>['data'];

export type DeviceBench = {
  /** Milliseconds of each durable `perform`, and of each raw strict transaction that stores the same row, in turns. */
  readonly performMs: (count: number) => Promise<{ readonly ours: readonly number[]; readonly raw: readonly number[] }>;
  /** Actions per second to the desk over a line of that latency: the sync loop, and batches of 100 sent one after another. */
  readonly sendPerSecond: (person: Person, raising: RaisingData, count: number, latencyMs: number) => Promise<Pair>;
  /** Puts so many tickets beside those that this person has on this device. */
  readonly fillTickets: (backendKey: string, person: Person, count: number) => Promise<void>;
};

const nobody: Person = { id: 'bench' as PersonId, name: 'Bench', email: '', partitionId: 'bench' as Person['partitionId'], roles: ['employee'], rights: [] };

const deps = (store: PersonStore) => ({ store, now: Date.now, newId: v7, onPerformed: () => undefined });

const reply = { kind: 'reply', data: { text: 'It still restarts, two or three times a day.' } } as const;

const bench: DeviceBench = {
  performMs: async (count) => {
    const store = openPersonStore('bench', nobody);
    const raw = await openRaw();
    const result = { ours: [] as number[], raw: [] as number[] };
    for (let done = 0; done < count; done += 1) {
      const ticketId = v7() as TicketId;
      result.ours.push(await timed(() => performOnTicket(deps(store), ticketId, reply)));
      result.raw.push(await timed(() => putStrictly(raw, rowLike(ticketId))));
    }
    raw.close();
    await deletePersonStore(store);
    return result;
  },

  sendPerSecond: async (person, data, count, latencyMs) => {
    const rows = (): Omit<OutboxRow, 'seq'>[] => Array.from({ length: count }, () => rowLike(v7() as TicketId, { kind: 'raise-ticket', data }));
    const late: typeof fetch = async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, latencyMs));
      return fetch(...asked);
    };
    const backend = createPortalHttpBackend({ address: '', fetch: late });
    const serially = async (all: readonly Omit<OutboxRow, 'seq'>[]): Promise<void> => {
      const outgoing = all.map((row) => ({ action: row.action as Action, outcomeUnknown: false, unknownSince: null, bytes: null, mappedId: null }));
      for (let at = 0; at < outgoing.length; at += 100) await backend.perform(person.id, outgoing.slice(at, at + 100));
    };
    // A backend that has just started is slow for whoever comes first.
    await serially(rows());
    const store = openPersonStore('bench-send', person);
    await store.outbox.actions.bulkAdd(rows());
    const faults: unknown[] = [];
    const device = createDeviceRecord('bench-send');
    const deps: SyncDeps = { backend, store, device, clock: browserClock, locks: browserLocks, random: Math.random };
    const loop = createSyncLoop(
      deps,
      () => sendThenPull(deps),
      (fault) => faults.push(fault),
    );
    const oursMs = await timed(async () => {
      loop.nudge();
      // Looked at seldom: a read of its own would keep the sender's transactions waiting.
      while ((await store.outbox.actions.where('state').anyOf('waiting', 'sending').count()) > 0 && faults.length === 0) await pause(50);
    });
    if (faults.length > 0) throw faults[0];
    await loop.stop();
    await deletePersonStore(store);
    device.close();
    const raw = rows();
    const rawMs = await timed(() => serially(raw));
    return { ours: (count / oursMs) * 1000, raw: (count / rawMs) * 1000 };
  },

  fillTickets: async (backendKey, person, count) => {
    const { cache, outbox } = openPersonStore(backendKey, person);
    const likeness = (await cache.tickets.toArray()).find((row) => row.body !== null && isOpen(row.body));
    if (!likeness?.body) throw new Error('there is no open ticket on this device to make more of');
    const { body, position } = likeness;
    await cache.tickets.bulkPut(
      Array.from({ length: count }, (_, index) => ticketLike(body, index)).map((ticket) => ({ id: ticket.id, position, body: ticket })),
    );
    cache.close();
    outbox.close();
  },
};

/** Every value that a desk narrows by, in turns of different lengths, so that they meet in every mixture. */
const ticketLike = (ticket: Ticket, index: number): Ticket => ({
  ...ticket,
  id: v7() as TicketId,
  number: `R-${100_000 + index}`,
  kind: index % 3 === 0 ? 'call' : 'request',
  title: `${inTurn(subjects, index)} ${index}`,
  updatedAt: ticket.updatedAt - index * 60_000,
  statuses: [...ticket.statuses, { id: v7() as EntryId, at: ticket.updatedAt, status: inTurn(statuses, index) }],
  chases: index % 11 === 0 ? [{ id: v7() as ActionId, at: ticket.updatedAt, by: ticket.requester.name }] : [],
  dueAt: ticket.updatedAt + ((index % 13) - 6) * 3_600_000,
  assigned: { group: inTurn(groups, index), analyst: inTurn(analysts, index) },
  priority: inTurn(priorities, index),
  place: inTurn(places, index),
});

const inTurn = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;

const subjects = [
  'Printer on the second floor',
  'Laptop for a new colleague',
  'VPN drops every hour',
  'Door of the bike shed',
  'Licence for the drawing program',
  'Mailbox of the front desk',
];
const statuses = ['new', 'in-progress', 'waiting-for-person', 'waiting-for-supplier', 'in-progress'] as const;
const groups = [...['first-line', 'network'].map((id) => ({ id: id as GroupId, name: id })), null];
const analysts = [...['gus', 'hal'].map((id) => ({ id: id as PersonId, name: id })), null, null];
const places = Array.from({ length: 37 }, (_, index) => `Town hall, room ${index}`);

const rowLike = (ticketId: TicketId, body: ActionBody = reply): Omit<OutboxRow, 'seq'> =>
  newOutboxRow({ v: 1, id: v7() as ActionId, subject: { kind: 'ticket', id: ticketId }, at: Date.now(), ...body });

const openRaw = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('bench-raw', 1);
    // The same keys and indexes as the outbox, so that the disk has the same to write.
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('actions', { keyPath: 'seq', autoIncrement: true });
      store.createIndex('id', 'id', { unique: true });
      for (const name of ['lane', 'state']) store.createIndex(name, name);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the raw database could not be opened'));
  });

const putStrictly = (database: IDBDatabase, row: object): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction('actions', 'readwrite', { durability: 'strict' });
    transaction.objectStore('actions').add(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the raw transaction was aborted'));
  });

const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await task();
  return performance.now() - startedAt;
};

const pause = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

Object.assign(globalThis, { porticoBench: bench });
