import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aFlow, anInvitation, aPerson, aService, anAction, minted, named, somePeopleSave } from '../../domain/builders.testing.ts';
import type { ActionId, TicketId } from '../../domain/ids.ts';
import { newOutboxRow } from '../outbox.ts';
import { deletePersonStore, openPersonStore, type PersonStore } from '../person-store.ts';
import { itemsBehind, readOutbox } from './outbox.ts';

let store: PersonStore;
beforeEach(() => {
  store = openPersonStore(v7(), aPerson());
});
afterEach(() => deletePersonStore(store));

test('what waits for a ticket that is still here is named as the ticket will be', async () => {
  const subject = { kind: 'ticket' as const, id: minted<TicketId>(0xa1) };
  const service = aService();
  const flow = aFlow({ titleFrom: named('what') });
  const data = { serviceId: service.id, flow: { id: flow.id, version: flow.version }, answers: { [named('what')]: 'The door is stuck' } };
  await store.outbox.actions.add(newOutboxRow(anAction({ kind: 'raise-ticket', data }, { subject }), { service, flow }));
  await store.outbox.actions.add(newOutboxRow(anAction({ kind: 'reply', data: { text: 'Hello' } }, { subject, id: minted(2) })));
  expect((await readOutbox(store)).items.map(({ title }) => title)).toEqual(['The door is stuck', 'The door is stuck']);
});

test('the letter of an import waits for what that import waits for', async () => {
  const [refused, next, letter, other] = [1, 2, 3, 4].map((id) => minted<ActionId>(id)) as [ActionId, ActionId, ActionId, ActionId];
  await store.outbox.actions.bulkAdd([
    { ...newOutboxRow(somePeopleSave([], { id: refused })), state: 'held', heldBecause: { kind: 'not-allowed' } },
    newOutboxRow(somePeopleSave([], { id: next })),
    newOutboxRow(anInvitation({ id: letter, after: [next] })),
    newOutboxRow(anAction({ kind: 'chase', data: {} }, { id: other })),
  ]);
  const view = await readOutbox(store);
  expect(view.items.map(({ id, behind }) => [id, behind])).toEqual([
    [refused, null],
    [next, refused],
    [letter, refused],
    [other, null],
  ]);
  expect(itemsBehind(view, refused).map(({ id }) => id)).toEqual([next, letter]);
});
