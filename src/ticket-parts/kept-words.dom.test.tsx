import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { saveReply, sendReply } from '../actions/reply-to-ticket.ts';
import { aPerson, aTicket, named } from '../domain/builders.testing.ts';
import { openPortal } from '../portal/portal.testing.tsx';
import { observeOutbox } from '../store/observe/outbox.ts';
import { openPersonStore } from '../store/person-store.ts';
import '../portal/screens.ts';
import { LiveTicket } from './live-ticket.tsx';

afterEach(cleanup);

const kept = 'What you wrote for it is kept in the sync centre.';

const openUnknown = async (before: (actions: ActionDeps) => Promise<unknown> = async () => undefined) => {
  const store = openPersonStore(v7(), aPerson());
  await store.cache.meta.put({ key: 'cursor', cursor: named('c1'), position: 1, caughtUp: true });
  const actions: ActionDeps = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  await before(actions);
  const screen = openPortal(actions, `/tickets/${aTicket().id}`, () => (
    <Route path="/tickets/:ticketId" component={() => <LiveTicket elsewhere={null}>{() => null}</LiveTicket>} />
  ));
  return { screen, store };
};

test('of a ticket that is not here nothing is said to be kept where nothing was written', async () => {
  const { screen, store } = await openUnknown();
  await screen.findByRole('heading', { name: 'This ticket is not here' });
  // Asked after the page has, so it is answered after it.
  await new Promise((resolve) => observeOutbox(store).subscribe(resolve));
  expect(screen.queryByText(kept, { exact: false })).toBe(null);
});

test('what was written for a ticket that is not here any more is said to be kept', async () => {
  const { screen } = await openUnknown(async (actions) => {
    const ticket = aTicket();
    await actions.store.cache.tickets.put({ id: ticket.id, position: 1, body: ticket });
    await saveReply(actions, ticket.id, 'It works again.');
    await sendReply(actions, ticket.id);
    await actions.store.cache.tickets.clear();
  });
  await screen.findByText(kept, { exact: false });
  expect(screen.getByRole('link', { name: 'Sync centre' }).getAttribute('href')).toBe('/sync');
});
