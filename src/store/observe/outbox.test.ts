import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { aFlow, aPerson, aService, anAction, minted, named } from '../../domain/builders.testing.ts';
import type { TicketId } from '../../domain/ids.ts';
import { newOutboxRow } from '../outbox.ts';
import { deletePersonStore, openPersonStore } from '../person-store.ts';
import { readOutbox } from './outbox.ts';

const store = openPersonStore('outbox-view', aPerson());
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
