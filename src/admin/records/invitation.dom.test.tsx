import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, waitFor } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { invitePerson } from '../../actions/save-record.ts';
import { aPerson, aPersonRecord, named } from '../../domain/builders.testing.ts';
import type { PersonId } from '../../domain/ids.ts';
import { keyOfRecord, type PersonRecord } from '../../domain/records/desk-record.ts';
import { openPortal } from '../../portal/portal.testing.tsx';
import { openPersonStore } from '../../store/person-store.ts';
import '../admin-screens.ts';
import { RecordPage } from './record-page.tsx';

afterEach(cleanup);

const ben = aPersonRecord({ id: named<PersonId>('ben'), name: 'Ben Okafor' });
const key = keyOfRecord('person', ben.id);

const openDevice = async (body: PersonRecord): Promise<ActionDeps> => {
  const store = openPersonStore(v7(), aPerson({ rights: ['self-service-portal-setup'] }));
  await store.cache.records.put({ id: key, position: 1, body: { of: 'person', body } });
  await store.cache.meta.put({ key: 'cursor', cursor: named('c1'), position: 1, caughtUp: true });
  return { store, now: Date.now, newId: v7, onPerformed: () => undefined };
};
const openPage = (actions: ActionDeps) => openPortal(actions, '/', () => <Route path="/" component={() => <RecordPage key={key} />} />);

test('whoever has left is offered no link that the desk would not send', async () => {
  const page = openPage(await openDevice({ ...ben, hasLeft: true }));
  await page.findByText('Ben Okafor has left, and cannot sign in.');
  expect(page.queryByRole('button', { name: 'Send a link to set a password' })).toBe(null);
});

test('a link that the desk did not send stands on the page of whom it was for, with the reason', async () => {
  const actions = await openDevice(ben);
  const page = openPage(actions);
  await page.findByRole('button', { name: 'Send a link to set a password' });
  await invitePerson(actions, ben.id);
  await actions.store.outbox.actions.toCollection().modify({ state: 'held', heldBecause: { kind: 'nobody-reads' } });
  await page.findByRole('heading', { name: 'A link to set a password was not sent' });
  await waitFor(() => expect(page.queryByText(/^Ben Okafor has left, and cannot sign in\. Discard this/)).not.toBe(null));
});
