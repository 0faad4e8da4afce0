import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { neverInTheFeed } from '../contract/receipt.ts';
import { aPerson, anAction, minted, noon } from '../domain/builders.testing.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { doneSoFar, pruneShown, storeAnswers } from './outbox-delivery.ts';
import { newOutboxRow } from './outbox.ts';
import { deletePersonStore, openPersonStore } from './person-store.ts';

const store = openPersonStore('outbox-delivery', aPerson());
const { outbox } = store;
afterEach(() => deletePersonStore(store));

/** Marks a ticket as read, and takes the receipt; the id of the mark. */
const markRead = async (id: ActionId, ticketId: TicketId, position: number): Promise<ActionId> => {
  const action = anAction({ kind: 'mark-read', data: { upTo: noon } }, { id, subject: { kind: 'ticket', id: ticketId } });
  await outbox.actions.add(newOutboxRow(action));
  const rows = await outbox.actions.where('id').equals(id).toArray();
  await storeAnswers(outbox, rows, [{ outcome: 'applied', id, at: noon, position }]);
  return id;
};

test('what the feed never shows is kept here, the newest of each ticket, however far the cache has read', async () => {
  const [one, other] = [minted<TicketId>(0xa1), minted<TicketId>(0xa2)];
  await markRead(minted(1), one, neverInTheFeed);
  const ofOther = await markRead(minted(2), other, neverInTheFeed);
  const newer = await markRead(minted(3), one, neverInTheFeed);
  await markRead(minted(4), one, 5);
  await pruneShown(outbox, 5, await doneSoFar(outbox));
  expect((await outbox.actions.toArray()).map(({ id }) => id)).toEqual([ofOther, newer]);
});
