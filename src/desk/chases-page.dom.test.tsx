import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { anAnalyst, anEntry, aTicket, minted, named } from '../domain/builders.testing.ts';
import type { ActionId, EntryId, TicketId } from '../domain/ids.ts';
import { openPortal } from '../portal/portal.testing.tsx';
import { openPersonStore } from '../store/person-store.ts';
import { ChasesPage } from './chases-page.tsx';
import './desk-screens.ts';

afterEach(cleanup);

test('a chase that logged a call leads to that call, and each of its values has its name beside it', async () => {
  const store = openPersonStore(v7(), anAnalyst());
  const [chaseId, callId] = [minted<ActionId>(0xc1), minted<TicketId>(0xa2)];
  const at = Date.now() - 60_000;
  const ticket = aTicket({ chases: [{ id: chaseId, at, by: 'Ada Lovell' }], escalationCallId: callId });
  await store.cache.meta.put({ key: 'cursor', cursor: named('c1'), position: 1, caughtUp: true });
  await store.cache.tickets.put({ id: ticket.id, position: 1, body: ticket });
  const entry = anEntry({ id: `${chaseId}/escalated` as EntryId, at, body: { kind: 'escalation', callId, callNumber: 'R-1046' } });
  await store.cache.entries.put({ id: entry.id, ticketId: ticket.id, position: 1, body: entry });
  const actions: ActionDeps = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  const screen = openPortal(actions, '/desk/chases', () => <Route path="/desk/chases" component={ChasesPage} />);
  const call = await screen.findByRole('link', { name: 'escalated as R-1046' });
  expect(call.getAttribute('href')).toBe(`/desk/tickets/${callId}`);
  const cells = within(call.closest('tr') as HTMLElement).getAllByRole('cell');
  expect(cells.map((cell) => cell.querySelector('.chases-label')?.textContent)).toEqual(['When', 'Who', 'Ticket', 'Chase', 'What came of it']);
});
