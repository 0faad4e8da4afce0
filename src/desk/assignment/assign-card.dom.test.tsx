import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor } from '@solidjs/testing-library';
import { Show, type JSX } from 'solid-js';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { createLive } from '../../app-context.ts';
import { deskPeopleKey } from '../../contract/assignment.ts';
import { anAnalyst, aPartition, aTicket, named } from '../../domain/builders.testing.ts';
import type { PersonId } from '../../domain/ids.ts';
import { openPortal } from '../../portal/portal.testing.tsx';
import { observeTicket } from '../../store/observe/ticket.ts';
import { openPersonStore } from '../../store/person-store.ts';
import '../desk-screens.ts';
import { AssignCard } from './assign-card.tsx';

afterEach(cleanup);

test('a ticket that is given with two clicks is given once', async () => {
  const [store, ticket, council] = [openPersonStore(v7(), anAnalyst()), aTicket(), aPartition()];
  await store.cache.partitions.put({ id: council.id, position: 1, body: council });
  await store.cache.tickets.put({ id: ticket.id, position: 1, body: ticket });
  const people = { id: council.id, groups: [], analysts: [{ id: named<PersonId>('hal'), name: 'Hal Novak' }] };
  await store.cache.records.put({ id: deskPeopleKey(council.id), position: 1, body: { of: 'desk-people', body: people } });
  const Card = (): JSX.Element => {
    const page = createLive(observeTicket(store, ticket.id));
    return <Show when={page()}>{(seen) => <AssignCard ticketId={ticket.id} page={seen()} isOwn={false} />}</Show>;
  };
  const card = openPortal({ store, now: Date.now, newId: v7, onPerformed: () => undefined }, '/', () => <Route path="/" component={Card} />);
  fireEvent.change(await card.findByLabelText('Analyst'), { target: { value: 'hal' } });
  const give = await card.findByRole('button', { name: 'Give it' });
  fireEvent.click(give);
  fireEvent.click(give);
  await card.findByText('Hal Novak', { selector: 'strong' });
  await waitFor(() => expect(give.getAttribute('aria-disabled')).toBe('true'));
  expect(await store.outbox.actions.count()).toBe(1);
});
