import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { aPartition, aPerson, aTicket, anAction, anAnalyst, minted, named, noon } from '../../domain/builders.testing.ts';
import type { PersonId, TicketId } from '../../domain/ids.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { emptyCache } from '../cache-pages.ts';
import { updateSyncStatus } from '../cache.ts';
import { newOutboxRow } from '../outbox.ts';
import { deletePersonStore, openPersonStore, type PersonStore } from '../person-store.ts';
import { observeTickets, type TicketList, type Whose } from './tickets.ts';

let stores: PersonStore[] = [];
let lastStore = 0;
afterEach(async () => {
  for (const store of stores) await deletePersonStore(store);
  stores = [];
});

const aStore = async (person = aPerson()): Promise<PersonStore> => {
  lastStore += 1;
  const store = openPersonStore(`test-${lastStore}`, person);
  stores.push(store);
  await store.cache.people.put({ id: person.id, position: 1, body: person });
  await store.cache.partitions.put({ id: person.partitionId, position: 1, body: aPartition() });
  return store;
};

const say = async (store: PersonStore, position: number, ...tickets: readonly Ticket[]): Promise<void> => {
  await store.cache.transaction('rw', store.cache.tickets, store.cache.meta, async () => {
    for (const [index, ticket] of tickets.entries())
      await store.cache.tickets.put({ id: ticket.id, position: position - tickets.length + index + 1, body: ticket });
    await store.cache.meta.put({ key: 'cursor', cursor: named(`c${position}`), position, caughtUp: true });
  });
};

const watch = (store: PersonStore, whose?: Whose) => {
  let list: TicketList | null = null;
  const { unsubscribe } = observeTickets(store, whose).subscribe((value) => {
    list = value;
  });
  return { titles: () => list?.tickets.map(({ ticket }) => ticket.title) ?? null, list: () => list, unsubscribe };
};

const ticketNamed = (title: string, n: number, over: Partial<Ticket> = {}): Ticket => aTicket({ id: minted<TicketId>(n), title, ...over });

test('the newest change comes first, and a change later costs no second list', async () => {
  const store = await aStore();
  await say(store, 2, ticketNamed('Old', 1, { updatedAt: noon }), ticketNamed('New', 2, { updatedAt: noon + 1 }));
  const seen = watch(store);
  await vi.waitFor(() => expect(seen.titles()).toEqual(['New', 'Old']));
  await say(store, 3, ticketNamed('Old', 1, { updatedAt: noon + 2 }));
  await vi.waitFor(() => expect(seen.titles()).toEqual(['Old', 'New']));
  seen.unsubscribe();
});

test('a cache that was thrown away and read anew while nobody looked leaves no ghost in the list', async () => {
  const store = await aStore();
  await say(store, 2, ticketNamed('Stays', 1), ticketNamed('Goes', 2));
  const before = watch(store);
  await vi.waitFor(() => expect(before.titles()).toHaveLength(2));
  before.unsubscribe();
  await emptyCache(store.cache);
  // As many as before and further on: only one of them is an old acquaintance.
  await say(store, 9, ticketNamed('Stays', 1), ticketNamed('Comes', 3));
  const after = watch(store);
  await vi.waitFor(() => expect(after.titles()?.toSorted()).toEqual(['Comes', 'Stays']));
  after.unsubscribe();
});

test('a ticket out of sight leaves the list, and may come back', async () => {
  const store = await aStore();
  await say(store, 1, ticketNamed('Mine', 1));
  const seen = watch(store);
  await vi.waitFor(() => expect(seen.titles()).toEqual(['Mine']));
  await store.cache.tickets.put({ id: minted<TicketId>(1), position: 2, body: null });
  await vi.waitFor(() => expect(seen.titles()).toEqual([]));
  await say(store, 3, ticketNamed('Mine', 1));
  await vi.waitFor(() => expect(seen.titles()).toEqual(['Mine']));
  seen.unsubscribe();
});

test('an analyst’s own tickets are theirs alone; the desk’s list has everybody’s', async () => {
  const store = await aStore(anAnalyst());
  await say(store, 2, ticketNamed('Ada’s', 1), ticketNamed('Gus’s own', 2, { requester: { id: named<PersonId>('gus'), name: 'Gus Green' } }));
  const own = watch(store);
  const all = watch(store, 'everybody');
  await vi.waitFor(() => expect(own.titles()).toEqual(['Gus’s own']));
  await vi.waitFor(() => expect(all.titles()).toHaveLength(2));
  own.unsubscribe();
  all.unsubscribe();
});

test('what did not change stays the same object, so that a row keeps its focus while the device keeps in touch', async () => {
  const store = await aStore();
  await say(store, 1, ticketNamed('Mine', 1));
  const seen = watch(store);
  await vi.waitFor(() => expect(seen.titles()).toEqual(['Mine']));
  const before = seen.list();
  await updateSyncStatus(store.cache, (status) => ({ ...status, lastContactAt: noon }));
  await vi.waitFor(() => expect(seen.list()).not.toBe(before));
  expect(seen.list()?.tickets[0]).toBe(before?.tickets[0]);
  seen.unsubscribe();
});

test('what is still on this device comes before everything, and is marked', async () => {
  const store = await aStore();
  await say(store, 2, ticketNamed('Replied to', 1, { updatedAt: noon }), ticketNamed('Newer', 2, { updatedAt: noon + 5 }));
  await store.outbox.actions.add(
    newOutboxRow(anAction({ kind: 'reply', data: { text: 'Hello' } }, { subject: { kind: 'ticket', id: minted<TicketId>(1) }, at: noon + 1 })),
  );
  const seen = watch(store);
  await vi.waitFor(() => expect(seen.titles()).toEqual(['Replied to', 'Newer']));
  expect(seen.list()?.tickets.map(({ pending }) => pending)).toEqual(['waiting', null]);
  seen.unsubscribe();
});

test('a chase that was not taken is a part of its ticket: the ticket itself is still at the desk', async () => {
  const store = await aStore();
  await say(store, 2, ticketNamed('Chased', 1));
  const seen = watch(store);
  const chase = anAction({ kind: 'chase', data: {} }, { subject: { kind: 'ticket', id: minted<TicketId>(1) }, at: noon + 1 });
  await store.outbox.actions.add({ ...newOutboxRow(chase), state: 'held', heldBecause: { kind: 'nothing-to-chase' } });
  await vi.waitFor(() => expect(seen.list()?.tickets.map(({ pending }) => pending)).toEqual(['part-held']));
  seen.unsubscribe();
});
