import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { savePeople } from '../../actions/save-record.ts';
import type { Action } from '../../domain/action.ts';
import { aPerson, aPersonRecord, named } from '../../domain/builders.testing.ts';
import type { PersonId } from '../../domain/ids.ts';
import { keyOfRecord, type PersonRecord } from '../../domain/records/desk-record.ts';
import { openPortal } from '../../portal/portal.testing.tsx';
import { openPersonStore } from '../../store/person-store.ts';
import type { PersonStore } from '../../store/person-store.ts';
import '../admin-screens.ts';
import { ImportPage } from './import-page.tsx';

afterEach(cleanup);

const sam = aPersonRecord({ id: named<PersonId>('sam'), name: 'Sam', userName: 'sam', email: 'sam@example.org' });

const openPage = async (...others: readonly PersonRecord[]) => {
  const store = openPersonStore(v7(), aPerson({ rights: ['self-service-portal-setup'] }));
  await store.cache.records.bulkPut([sam, ...others].map((body) => ({ id: keyOfRecord('person', body.id), position: 1, body: { of: 'person', body } })));
  await store.cache.settings.put({ id: sam.partitionId, position: 1, body: { id: sam.partitionId, name: 'Hospital Trust' } });
  await store.cache.meta.put({ key: 'cursor', cursor: named('c1'), position: 1, caughtUp: true });
  const actions = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  return { store, ...openPortal(actions, '/', () => <Route path="/" component={ImportPage} />) };
};
const chooses = async (text: string) => {
  const page = await openPage();
  fireEvent.change(await page.findByLabelText(/^Choose a file/), { target: { files: [new File([text], 'people.csv')] } });
  await page.findByRole('heading', { name: 'people.csv' });
  return page;
};

test('people whom an unclosed quote swallowed are not lost in silence: its line is told, and nobody is imported', async () => {
  const page = await chooses('name,email,user name,partition,roles\nAda,ada@example.org,ada,council,employee,"likes tea\nBob,b\nCy,c,cy,Nowhere\n');
  await page.findByText('Line 2: A cell that begins with a quote (") does not end with one.');
  expect(page.queryByRole('button', { name: /^Import/ })).toBe(null);
});

test('that nothing parts the cells of a file is no broken quote', async () => {
  const page = await chooses('name\nAda');
  await page.findByText('These columns are missing in its first line: e-mail, user name, partition.');
});

test('before a file is chosen the page says what one holds: its columns, its roles, how many people, and how they are told apart', async () => {
  const page = await openPage();
  await page.findByText(/^People are told apart by their user name/);
  await page.findByText('Its first line names the columns: name, e-mail, user name, partition, roles. It holds 1,000 people at most, as CSV.');
  await page.findByText(/^The roles there are: employee, analyst, chat-manager, administrator\./);
});

test('a line that cannot be read says what can stand there, in the words of its columns', async () => {
  const page = await chooses('name,e-mail,user name,partition,roles\nAda,sam@example.org,,Nowhere,king\nBob,bob@example.org,bob,,\n');
  await page.findByText(
    'Line 2: There is no partition “Nowhere”. There is: Hospital Trust. There is no role “king”. There are: employee, analyst, chat-manager, administrator. User name: This is needed. E-mail: Somebody else has this e-mail address already.',
  );
  await page.findByText('Line 3: Partition: This is needed. There is: Hospital Trust.');
});

test('whoever has left is not in the file of who is there: their line would look like an ordinary employee’s', async () => {
  const page = await openPage(aPersonRecord({ id: named<PersonId>('gone'), name: 'Gone Long', userName: 'gone', hasLeft: true }));
  const saved: Blob[] = [];
  Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${saved.push(file)}`, revokeObjectURL: () => undefined });
  fireEvent.click(await page.findByRole('button', { name: 'Download who is there' }));
  const text = (await saved[0]?.text()) ?? '';
  expect(text).toContain('Sam,sam@example.org,sam,Hospital Trust,employee');
  expect(text).not.toContain('Gone Long');
});

const twoNew =
  'name,e-mail,user name,partition,roles\nSam,sam@example.org,sam,Hospital Trust,analyst\nAda,ada@example.org,ada,Hospital Trust,\nCy,cy@example.org,cy,Hospital Trust,\n';

test('whoever is new is sent a link to set their password, where the import is to do so; how many letters that is is told before and after', async () => {
  const page = await chooses(twoNew);
  fireEvent.click(await page.findByRole('checkbox', { name: /^Send each new person a link to set their password2 letters/ }));
  fireEvent.click(page.getByRole('button', { name: 'Import 3 people' }));
  await page.findByText('3 people are on the way to the desk. 2 letters with a link follow, once the desk has taken the import.');
  expect(document.activeElement).toBe(page.getByRole('link', { name: 'See who is there' }));
  const rows = await page.store.outbox.actions.toArray();
  expect(rows.map(({ action }) => (action as Action).kind)).toEqual(['save-people', 'invite-person', 'invite-person']);
});

test('nobody is sent a letter who was there before, or whom nobody wanted to send one', async () => {
  const page = await chooses(twoNew);
  fireEvent.click(await page.findByRole('button', { name: 'Import 3 people' }));
  await page.findByText('3 people are on the way to the desk.');
  expect(await page.store.outbox.actions.count()).toBe(1);
  cleanup();
  const changed = await chooses('name,e-mail,user name,partition\nSam,sam@example.com,sam,Hospital Trust\n');
  await changed.findByRole('button', { name: 'Import 1 person' });
  expect(changed.queryByRole('checkbox')).toBe(null);
});

test('that one file sends letters is not carried over to the next: nobody is written to whom nobody wanted to write to', async () => {
  const page = await chooses(twoNew);
  fireEvent.click(await page.findByRole('checkbox', { name: /^Send each new person/ }));
  fireEvent.click(page.getByRole('button', { name: 'Import 3 people' }));
  await page.findByText(/^3 people are on the way/);
  fireEvent.change(page.getByLabelText(/^Choose another file/), {
    target: { files: [new File(['name,e-mail,user name,partition\nDi,di@example.org,di,Hospital Trust\n'], 'more.csv')] },
  });
  await page.findByRole('heading', { name: 'more.csv' });
  expect(page.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
});

type OnDevice = { readonly store: PersonStore };
const doesNotTakeTheFirst = ({ store }: OnDevice): PromiseLike<unknown> =>
  store.outbox.actions.limit(1).modify({ state: 'held', heldBecause: { kind: 'people-not-accepted', names: ['Ada'] } });
const anotherImportIsNotTaken = async ({ store }: OnDevice): Promise<void> => {
  const actions = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  await savePeople(actions, [{ of: 'person', from: sam, to: { ...sam, name: 'Samuel' } }]);
  await doesNotTakeTheFirst({ store });
};

test('an import that waits behind one that the desk did not take is not said to be on its way, until that is decided', async () => {
  const page = await chooses(twoNew);
  await anotherImportIsNotTaken(page);
  await page.findByRole('heading', { name: 'Your change was not taken' });
  fireEvent.click(await page.findByRole('checkbox'));
  fireEvent.click(page.getByRole('button', { name: 'Import 3 people' }));
  await page.findByText(
    'What you saved last goes out once you have decided about what was not taken. 2 letters with a link follow, once the desk has taken the import.',
  );
  expect(page.queryByText(/on the way/)).toBe(null);
  await page.store.outbox.actions.limit(1).delete();
  await page.findByText(/^3 people are on the way/);
});

test('an import that the desk has taken is not said to wait when another one is not taken after it', async () => {
  const page = await chooses(twoNew);
  fireEvent.click(await page.findByRole('button', { name: 'Import 3 people' }));
  await page.findByText(/^3 people are on the way/);
  await page.store.outbox.actions.clear();
  await anotherImportIsNotTaken(page);
  await page.findByRole('heading', { name: 'Your change was not taken' });
  page.getByText(/^3 people are on the way/);
});

test('an import that the desk did not take is said to be neither on its way nor followed by letters', async () => {
  const page = await chooses(twoNew);
  fireEvent.click(await page.findByRole('checkbox'));
  fireEvent.click(page.getByRole('button', { name: 'Import 3 people' }));
  await page.findByText(/^3 people are on the way/);
  await doesNotTakeTheFirst(page);
  await page.findByRole('heading', { name: 'Your change was not taken' });
  await waitFor(() => expect(page.queryByText(/on the way/)).toBe(null));
  page.getByText('2 letters wait behind it, and are not sent when it is discarded.');
});
