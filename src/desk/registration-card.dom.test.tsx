import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { anAnalyst, aRegistration, aTicket, named } from '../domain/builders.testing.ts';
import type { AskedAgain } from '../domain/registration/registration.ts';
import { openPortal } from '../portal/portal.testing.tsx';
import { openPersonStore } from '../store/person-store.ts';
import './desk-screens.ts';
import { DeskTicketPage } from './desk-ticket-page.tsx';

afterEach(cleanup);

const long = 'I need it for everything that I do here. '.repeat(10).trim();

const openCall = async (again: readonly AskedAgain[] = []) => {
  const store = openPersonStore(v7(), anAnalyst());
  const ticket = aTicket({ source: 'registration', title: 'Asks for an account: Zoë', awaitsAccount: true });
  const registration = aRegistration({ ticketId: ticket.id, again });
  await store.cache.meta.put({ key: 'cursor', cursor: named('c1'), position: 1, caughtUp: true });
  await store.cache.tickets.put({ id: ticket.id, position: 1, body: ticket });
  await store.cache.records.put({ id: `registration/${registration.id}`, position: 1, body: { of: 'registration', body: registration } });
  const actions: ActionDeps = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  const screen = openPortal(actions, `/desk/tickets/${ticket.id}`, () => <Route path="/desk/tickets/:ticketId" component={DeskTicketPage} />);
  // The first one of a file loads all screens of the desk.
  await screen.findByRole('button', { name: 'Approve' }, { timeout: 10_000 });
  return screen;
};

test('the decision comes directly after the head of the call, before what happened so far', async () => {
  const screen = await openCall();
  const order = ['heading', 'button', 'complementary'] as const;
  const all = order.flatMap((role) => screen.getAllByRole(role)).sort((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : 1));
  const at = (element: HTMLElement): number => all.indexOf(element);
  const approve = at(screen.getByRole('button', { name: 'Approve' }));
  expect(approve).toBeGreaterThan(at(screen.getByRole('heading', { level: 1 })));
  expect(approve).toBeLessThan(at(screen.getByRole('button', { name: 'Add note' })));
  expect(approve).toBeLessThan(at(screen.getByRole('complementary', { name: 'About this ticket' })));
});

test('what was said first stands beside what is said now, and a long reason is folded', async () => {
  const { at, details, partitionName } = aRegistration();
  const screen = await openCall([{ at: at + 1, partitionName, details: { ...details, name: 'Zoë Quill', phone: '555 0101', reason: long } }]);
  const rows = within(screen.getByRole('table', { name: /^Asked again/ })).getAllByRole('row');
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['', 'First', 'Now'],
    ['Name', 'Zoë', 'Zoë Quill'],
    ['Telephone', 'none', '555 0101'],
    ['What for', 'To ask', expect.stringContaining(long)],
  ]);
  const fold = rows[3]?.querySelector('details');
  expect(fold?.open).toBe(false);
  expect(fold?.querySelector('summary')?.textContent).toMatch(/^I need it for everything that I do here\..*…$/);
  expect(rows[1]?.querySelector('details')).toBe(null);
});
