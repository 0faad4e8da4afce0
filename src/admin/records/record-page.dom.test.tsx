import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../../actions/action-deps.ts';
import { saveRecord } from '../../actions/save-record.ts';
import { aPartition, aPerson, aPersonRecord, minted, named, noon } from '../../domain/builders.testing.ts';
import type { ActionId, CallTemplateId, GroupId, PartitionId, PersonId, RoutingRuleId, StatusId } from '../../domain/ids.ts';
import type { CallTemplate } from '../../domain/records/call-template.ts';
import { keyOfRecord, type RecordChange, type RecordKey, type RecordSave } from '../../domain/records/desk-record.ts';
import type { RoutingRule } from '../../domain/records/routing-rule.ts';
import { settingsOf, withChanges } from '../../domain/settings/partition-settings.ts';
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

const savesWhatSamTookAway = async () => {
  const actions = await openDevice();
  const page = openPage(actions);
  fireEvent.input(await page.findByLabelText('Name'), { target: { value: 'Doomed no more' } });
  await samTakesItAway(actions);
  await page.findByText(/^Sam took it away meanwhile/);
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  return { actions, page };
};

test('whoever types into what another one takes away is told by whom, and saving makes it anew where it was', async () => {
  const { actions, page } = await savesWhatSamTookAway();
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

const doesNotTakeIt = async ({ store }: ActionDeps): Promise<void> => {
  const { actions } = store.outbox;
  await waitFor(async () => expect(await actions.count()).toBe(1));
  await actions.toCollection().modify({ state: 'held', heldBecause: { kind: 'record-not-accepted', problems: [{ field: 'name', problem: 'taken' }] } });
};

test('of what was taken away and could not be made anew the page still says who took it away', async () => {
  const { actions, page } = await savesWhatSamTookAway();
  await waitFor(() => expect(page.queryByText(/took it away meanwhile/)).toBe(null));
  fireEvent.input(page.getByLabelText('Name'), { target: { value: 'Not doomed at all' } });
  await waitFor(async () => expect(await actions.store.outbox.recordDrafts.count()).toBe(1));
  await doesNotTakeIt(actions);
  await page.findByRole('region', { name: 'Your change was not taken' });
  await page.findByText(/^Sam took it away meanwhile/);
});

test('of one whose first save was not taken nobody is said to have taken it away', async () => {
  const actions = await openDevice();
  const fresh = { ...doomed, id: named<GroupId>('fresh') };
  const freshKey = keyOfRecord('group', fresh.id);
  await saveRecord(actions, freshKey, { of: 'group', from: null, to: fresh });
  const page = openPage(actions, freshKey);
  fireEvent.input(await page.findByLabelText('Name'), { target: { value: 'Fresher' } });
  await waitFor(async () => expect(await actions.store.outbox.recordDrafts.count()).toBe(1));
  await doesNotTakeIt(actions);
  await page.findByRole('region', { name: 'Your change was not taken' });
  expect(page.getByLabelText<HTMLInputElement>('Name').value).toBe('Fresher');
  expect(page.queryByText(/away meanwhile/)).toBe(null);
  fireEvent.click(page.getByRole('button', { name: 'Put mine into the form' }));
  await waitFor(() => expect(page.queryByRole('region', { name: 'Your change was not taken' })).toBe(null));
  expect(page.queryByText(/away meanwhile/)).toBe(null);
});

test('the log of a person and of a rule calls a partition by its name', async () => {
  const actions = await openDevice();
  const { cache } = actions.store;
  const [council, hospital] = [
    { id: named<PartitionId>('council'), name: 'Council Services' },
    { id: gus.partitionId, name: 'Hospital Trust' },
  ];
  for (const body of [council, hospital]) await cache.settings.put({ id: body.id, position: 1, body });
  const always: RoutingRule = {
    id: named<RoutingRuleId>('always'),
    name: 'Always',
    rank: 1,
    when: { source: null, callType: null, priority: null, partitionId: null, contains: '' },
    recipient: { kind: 'analyst', id: gus.id },
  };
  const there = { ...always, when: { ...always.when, partitionId: hospital.id } };
  await cache.records.put({ id: keyOfRecord('routing-rule', always.id), position: 1, body: { of: 'routing-rule', body: there } });
  const by = { id: named<PersonId>('sam'), name: 'Sam' };
  const changes: readonly RecordChange[] = [
    { of: 'person', from: gus, to: { ...gus, partitionId: council.id } },
    { of: 'routing-rule', from: always, to: there },
  ];
  for (const [index, change] of changes.entries()) {
    const id = minted<ActionId>(index);
    await cache.recordSaves.put({ id, position: 2, body: { id, at: noon, by, change } });
  }
  const person = openPage(actions, keyOfRecord('person', gus.id));
  const log = within(await person.findByRole('region', { name: 'Who changed what' }));
  await log.findByText(/: Hospital Trust → Council Services$/);
  cleanup();
  const rule = openPage(actions, keyOfRecord('routing-rule', always.id));
  await within(await rule.findByRole('region', { name: 'Who changed what' })).findByText(/→ Hospital Trust$/);
});

test('that somebody has left stands apart from their roles', async () => {
  const page = openPage(await openDevice(), keyOfRecord('person', gus.id));
  const leaving = await page.findByRole('group', { name: 'When they leave' });
  expect(within(leaving).getAllByRole('checkbox')).toEqual([page.getByRole('checkbox', { name: /^Has left/ })]);
});

test('what somebody else saved meanwhile is not saved over unseen: the first press leads to it, the second saves', async () => {
  const actions = await openDevice();
  const page = openPage(actions);
  fireEvent.input(await page.findByLabelText('Name'), { target: { value: 'Mine' } });
  await actions.store.cache.records.put({ id: key, position: 2, body: { of: 'group', body: { ...doomed, name: 'Theirs' } } });
  await page.findByText(/it is now “Theirs”/);
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Changed by somebody else meanwhile: it is now “Theirs”.'));
  expect(await actions.store.outbox.actions.count()).toBe(0);
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await waitFor(async () =>
    expect(await actions.store.outbox.actions.toArray()).toMatchObject([{ action: { data: { change: { from: { name: 'Theirs' }, to: { name: 'Mine' } } } } }]),
  );
});

const chat: CallTemplate = { id: named<CallTemplateId>('chat'), name: 'Chat', subject: 'A chat', callType: 'question', priority: 'normal', recipient: null };
const chatKey = keyOfRecord('call-template', chat.id);
const deskHas = async ({ store }: ActionDeps, body: CallTemplate): Promise<void> => {
  await store.cache.records.put({ id: chatKey, position: 2, body: { of: 'call-template', body } });
};
const draftSays = (actions: ActionDeps, to: Partial<CallTemplate>): Promise<void> =>
  waitFor(async () => expect(await actions.store.outbox.recordDrafts.toArray()).toMatchObject([{ change: { to } }]));

/** A name is being typed while somebody else sets the priority. */
const typesWhilePriorityBecomesHigh = async () => {
  const actions = await openDevice();
  await deskHas(actions, chat);
  const page = openPage(actions, chatKey);
  fireEvent.input(await page.findByLabelText('Name'), { target: { value: 'Chat A' } });
  await deskHas(actions, { ...chat, priority: 'high' });
  await waitFor(() => expect(page.getByLabelText<HTMLSelectElement>('Priority').value).toBe('high'));
  return { actions, page };
};

test('what somebody else set in another field is not taken for typed here when the page is come back to, and is not saved over', async () => {
  const { actions, page: first } = await typesWhilePriorityBecomesHigh();
  fireEvent.input(first.getByLabelText('Name'), { target: { value: 'Chat AB' } });
  await draftSays(actions, { name: 'Chat AB' });
  cleanup();
  const again = openPage(actions, chatKey);
  await again.findByText('1 change is not saved');
  await deskHas(actions, chat);
  await waitFor(() => expect(again.getByLabelText<HTMLSelectElement>('Priority').value).toBe('normal'));
  fireEvent.click(again.getByRole('button', { name: 'Save' }));
  await waitFor(async () =>
    expect(await actions.store.outbox.actions.toArray()).toMatchObject([{ action: { data: { change: { from: chat, to: { ...chat, name: 'Chat AB' } } } } }]),
  );
});

test('a field that is set back to what it was before somebody else changed it is still set back when the page is come back to', async () => {
  const { actions, page: first } = await typesWhilePriorityBecomesHigh();
  fireEvent.change(first.getByLabelText('Priority'), { target: { value: 'normal' } });
  await first.findByText('2 changes are not saved');
  await draftSays(actions, { priority: 'normal' });
  cleanup();
  const again = openPage(actions, chatKey);
  await again.findByText('2 changes are not saved');
  expect(again.getByLabelText<HTMLSelectElement>('Priority').value).toBe('normal');
});

test('a field that is put back by hand is nobody’s any more: what somebody else sets in it stands', async () => {
  const actions = await openDevice();
  await deskHas(actions, chat);
  const page = openPage(actions, chatKey);
  fireEvent.change(await page.findByLabelText('Priority'), { target: { value: 'low' } });
  fireEvent.change(page.getByLabelText('Priority'), { target: { value: 'normal' } });
  await deskHas(actions, { ...chat, priority: 'high' });
  await waitFor(() => expect(page.getByLabelText<HTMLSelectElement>('Priority').value).toBe('high'));
  page.getByText('Nothing is changed');
});

test('what was shown before something was put back is shown again before it is saved over', async () => {
  const actions = await openDevice();
  await deskHas(actions, chat);
  const page = openPage(actions, chatKey);
  const name = await page.findByLabelText<HTMLInputElement>('Name');
  const isLedToTheirs = async (): Promise<void> => {
    fireEvent.input(name, { target: { value: 'Mine' } });
    await deskHas(actions, { ...chat, name: 'Theirs' });
    await page.findByText(/it is now “Theirs”/);
    fireEvent.click(page.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Changed by somebody else meanwhile: it is now “Theirs”.'));
  };
  await isLedToTheirs();
  fireEvent.click(page.getByRole('button', { name: 'Put back' }));
  await page.findByText('Nothing is changed');
  await deskHas(actions, chat);
  await waitFor(() => expect(name.value).toBe('Chat'));
  await isLedToTheirs();
  expect(await actions.store.outbox.actions.count()).toBe(0);
});

test('a new record that is come back to counts what was typed, and keeps its id', async () => {
  const actions = await openDevice();
  const first = openPage(actions, 'group/new');
  fireEvent.input(await first.findByLabelText('Name'), { target: { value: 'Nights' } });
  await first.findByText('1 change is not saved');
  await waitFor(async () => expect(await actions.store.outbox.recordDrafts.count()).toBe(1));
  const [draft] = await actions.store.outbox.recordDrafts.toArray();
  cleanup();
  const again = openPage(actions, 'group/new');
  await again.findByText('1 change is not saved');
  fireEvent.click(again.getByRole('button', { name: 'Save' }));
  await waitFor(async () =>
    expect(await actions.store.outbox.actions.toArray()).toMatchObject([
      { action: { data: { change: { to: { id: draft?.change.to?.id, name: 'Nights' } } } } },
    ]),
  );
});

test('a status that a chase sets stays open: the page says who names it, and nothing is sent', async () => {
  const actions = await openDevice();
  const chased = { id: named<StatusId>('chased'), name: 'Customer chased', for: 'call', phase: 'in-progress', simple: null } as const;
  const settings = settingsOf(aPartition());
  await actions.store.cache.records.put({ id: 'status/chased', position: 1, body: { of: 'status', body: chased } });
  await actions.store.cache.settings.put({
    id: settings.id,
    position: 1,
    body: withChanges(settings, [{ place: 'chase.call.setStatus', to: 'status/chased' }]),
  });
  const page = openPage(actions, 'status/chased');
  fireEvent.change(await page.findByLabelText('Counts as'), { target: { value: 'closed' } });
  await page.findByText('1 change is not saved');
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await page.findByText(`It cannot be made that while it is named by: ${settings.name} (portal settings).`);
  expect(await actions.store.outbox.actions.count()).toBe(0);
});
