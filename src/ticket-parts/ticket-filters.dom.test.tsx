import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { aPerson, aTicket, named } from '../domain/builders.testing.ts';
import { openPortal } from '../portal/portal.testing.tsx';
import { TicketsPage } from '../portal/tickets/tickets-page.tsx';
import { openPersonStore } from '../store/person-store.ts';

afterEach(cleanup);

test('a status of the open ones stands neither beside the closed ones nor in their address; what else narrows the list does', async () => {
  const store = openPersonStore(v7(), aPerson());
  await store.cache.meta.put({ key: 'cursor', cursor: named('c1'), position: 1, caughtUp: true });
  await store.cache.tickets.put({ id: aTicket().id, position: 1, body: aTicket() });
  const actions: ActionDeps = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  const screen = openPortal(actions, '/tickets?kind=call&status=in-progress', () => <Route path="/tickets" component={TicketsPage} />);
  const status = (await screen.findByLabelText('Status')) as HTMLSelectElement;
  expect(status.value).toBe('in-progress');
  fireEvent.click(within(screen.getByRole('navigation')).getByRole('link', { name: /^Closed/ }));
  await waitFor(() => expect(screen.address()).toBe('/tickets?kind=call&show=closed'));
  expect(status.value).toBe('');
  fireEvent.click(within(screen.getByRole('navigation')).getByRole('link', { name: /^Open/ }));
  await waitFor(() => expect(screen.address()).toBe('/tickets?kind=call'));
  expect(status.value).toBe('');
});
