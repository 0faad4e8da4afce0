import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { aPerson, aPersonRecord, named } from '../../domain/builders.testing.ts';
import type { PersonId } from '../../domain/ids.ts';
import { keyOfRecord, type DeskRecord, type RecordKey } from '../../domain/records/desk-record.ts';
import { openPortal } from '../../portal/portal.testing.tsx';
import { openPersonStore } from '../../store/person-store.ts';
import '../admin-screens.ts';
import { RecordPage } from './record-page.tsx';

afterEach(cleanup);

const gus = aPersonRecord({ id: named<PersonId>('gus'), userName: 'gus', email: 'gus@example.org' });
const sam = aPersonRecord({ id: named<PersonId>('sam'), roles: ['employee', 'administrator'] });
const records: readonly DeskRecord[] = [
  { of: 'person', body: gus },
  { of: 'person', body: sam },
  { of: 'role', body: { id: 'administrator', rights: ['self-service-portal-setup'] } },
];
const keyOfSam = keyOfRecord('person', sam.id);

/** Of one record, for Sam, who administrates. */
const openPage = async (key: RecordKey) => {
  const store = openPersonStore(v7(), aPerson({ id: sam.id, rights: ['self-service-portal-setup'] }));
  await store.cache.records.bulkPut(records.map((body) => ({ id: keyOfRecord(body.of, body.body.id), position: 1, body })));
  await store.cache.settings.put({ id: sam.partitionId, position: 1, body: { id: sam.partitionId, name: 'Hospital Trust' } });
  const actions = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  return openPortal(actions, '/', () => <Route path="/" component={() => <RecordPage key={key} />} />);
};

test('whoever says of themselves that they have left is told so there, and not under their roles', async () => {
  const page = await openPage(keyOfSam);
  const leaving = await page.findByRole('group', { name: 'When they leave' });
  const hasLeft = within(leaving).getByRole('checkbox', { name: /^Has left/ });
  fireEvent.click(hasLeft);
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await within(leaving).findByText('You cannot say this of yourself. Another administrator can.');
  expect(document.activeElement).toBe(hasLeft);
  expect(page.getAllByRole('alert')).toHaveLength(1);
});

test('that administrators keep the right to administrate is not said as if another one could take it', async () => {
  const page = await openPage(keyOfRecord('role', 'administrator'));
  fireEvent.click(await page.findByRole('checkbox', { name: /^Self Service Portal Setup/ }));
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await page.findByText('Somebody must be able to administrate: this right stays with administrators.');
});

test('that somebody else has an address or a user name is said of what it is', async () => {
  const page = await openPage(keyOfSam);
  fireEvent.input(await page.findByLabelText('E-mail'), { target: { value: gus.email.toUpperCase() } });
  fireEvent.input(page.getByLabelText(/^User name/), { target: { value: gus.userName } });
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await page.findByText('Somebody else has this e-mail address already.');
  await page.findByText('Somebody else has this user name already.');
});
