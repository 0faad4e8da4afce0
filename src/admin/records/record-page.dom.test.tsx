import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { aPerson, aPersonRecord, minted, named, noon } from '../../domain/builders.testing.ts';
import type { ActionId, GroupId, PersonId } from '../../domain/ids.ts';
import { keyOfRecord, type RecordKey, type RecordSave } from '../../domain/records/desk-record.ts';
import { openPortal } from '../../portal/portal.testing.tsx';
import { openPersonStore } from '../../store/person-store.ts';
import '../admin-screens.ts';
import { RecordPage } from './record-page.tsx';

afterEach(cleanup);

const gus = aPersonRecord({ id: named<PersonId>('gus'), roles: ['analyst'] });
const doomed = { id: named<GroupId>('doomed'), name: 'Doomed', memberIds: [gus.id] };
const key = keyOfRecord('group', doomed.id);

const openDevice = async (): Promise<ActionDeps> => {
  const store = openPersonStore(v7(), aPerson({ rights: ['self-service-portal-setup'] }));
  await store.cache.records.put({ id: key, position: 1, body: { of: 'group', body: doomed } });
  await store.cache.records.put({ id: keyOfRecord('person', gus.id), position: 1, body: { of: 'person', body: gus } });
  await store.cache.meta.put({ key: 'cursor', cursor: named('c1'), position: 1, caughtUp: true });
  return { store, now: Date.now, newId: v7, onPerformed: () => undefined };
};
const openPage = (actions: ActionDeps, of: RecordKey = key) => openPortal(actions, '/', () => <Route path="/" component={() => <RecordPage key={of} />} />);
const samTakesItAway = async ({ store }: ActionDeps): Promise<void> => {
  const by = { id: named<PersonId>('sam'), name: 'Sam' };
  const save: RecordSave = { id: minted<ActionId>(1), at: noon, by, change: { of: 'group', from: doomed, to: null } };
  await store.cache.recordSaves.put({ id: save.id, position: 2, body: save });
  await store.cache.records.delete(key);
};

test('whoever types into what another one takes away is told by whom, and saving makes it anew where it was', async () => {
  const actions = await openDevice();
  const page = openPage(actions);
  fireEvent.input(await page.findByLabelText('Name'), { target: { value: 'Doomed no more' } });
  await samTakesItAway(actions);
  await page.findByText(/^Sam took it away meanwhile/);
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await page.findByRole('heading', { level: 1, name: 'Doomed no more' });
  await waitFor(async () =>
    expect(await actions.store.outbox.actions.toArray()).toMatchObject([
      { action: { subject: { id: key }, data: { change: { from: null, to: { ...doomed, name: 'Doomed no more' } } } } },
    ]),
  );
  await waitFor(() => expect(page.queryByText(/took it away meanwhile/)).toBe(null));
  await waitFor(() => expect(page.getByLabelText<HTMLInputElement>('Name').value).toBe('Doomed no more'));
});

test('of what is gone while nothing was typed the page says that it is not there', async () => {
  const actions = await openDevice();
  const page = openPage(actions);
  await page.findByLabelText('Name');
  await samTakesItAway(actions);
  await page.findByText('There is nothing here');
});

test('that somebody has left stands apart from their roles', async () => {
  const page = openPage(await openDevice(), keyOfRecord('person', gus.id));
  const leaving = await page.findByRole('group', { name: 'When they leave' });
  expect(within(leaving).getAllByRole('checkbox')).toEqual([page.getByRole('checkbox', { name: /^Has left/ })]);
});
