import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor } from '@solidjs/testing-library';
import { Show, type JSX } from 'solid-js';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { createLive } from '../app-context.ts';
import { anAnalyst, aPartition, aStatusRecord, aTicket, named, noon } from '../domain/builders.testing.ts';
import type { EntryId } from '../domain/ids.ts';
import { statusNamed } from '../domain/records/status-record.ts';
import type { Ticket } from '../domain/ticket.ts';
import { openPortal } from '../portal/portal.testing.tsx';
import { observeTicket } from '../store/observe/ticket.ts';
import { openPersonStore } from '../store/person-store.ts';
import './desk-screens.ts';
import { StatusForm } from './status-form.tsx';

afterEach(cleanup);

const record = aStatusRecord({ simple: 'needs-you' });
const call = (statuses: Ticket['statuses']): Ticket => aTicket({ kind: record.for, statuses });

const openForm = async (ticket: Ticket) => {
  const store = openPersonStore(v7(), anAnalyst());
  const actions: ActionDeps = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  const council = aPartition();
  await store.cache.partitions.put({ id: council.id, position: 1, body: council });
  await store.cache.tickets.put({ id: ticket.id, position: 1, body: ticket });
  await store.cache.records.put({ id: `status/${record.id}`, position: 1, body: { of: 'status', body: record } });
  const Form = (): JSX.Element => {
    const page = createLive(observeTicket(store, ticket.id));
    return <Show when={page()}>{(seen) => <StatusForm ticketId={ticket.id} page={seen()} />}</Show>;
  };
  const screen = openPortal(actions, '/', () => <Route path="/" component={Form} />);
  const button = await screen.findByRole('button', { name: 'Set status' });
  return { screen, button, sent: () => store.outbox.actions.count(), isOffered: () => button.getAttribute('aria-disabled') !== 'true' };
};

test('a status with a word of its own for people is set once', async () => {
  const { screen, button, sent, isOffered } = await openForm(call([]));
  fireEvent.change(screen.getByLabelText('Status'), { target: { value: `status/${record.id}` } });
  await waitFor(() => expect(isOffered()).toBe(true));
  fireEvent.click(button);
  fireEvent.click(button);
  await waitFor(async () => expect(await sent()).toBe(1));
  await waitFor(() => expect(isOffered()).toBe(false));
  fireEvent.click(button);
  // Whatever that did is done before what is chosen next.
  fireEvent.change(screen.getByLabelText('Status'), { target: { value: 'in-progress' } });
  await waitFor(() => expect(isOffered()).toBe(true));
  await waitFor(async () => {
    fireEvent.click(button);
    expect(await sent()).toBe(2);
  });
  await waitFor(() => expect(isOffered()).toBe(false));
  expect(await sent()).toBe(2);
});

test('one whose word for people an administrator has changed since can be set anew', async () => {
  const before = statusNamed({ ...record, simple: null });
  const { button, sent, isOffered } = await openForm(call([{ id: named<EntryId>('set'), at: noon, ...before }]));
  expect(isOffered()).toBe(true);
  fireEvent.click(button);
  await waitFor(async () => expect(await sent()).toBe(1));
});
