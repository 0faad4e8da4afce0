import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { PortalContext } from '../app-context.ts';
import { porticoJsonSchema } from '../contract/portico-json.ts';
import { keepSettingsDraft, saveSettings } from '../actions/save-settings.ts';
import { aPartition, aPerson, aPersonRecord, named, noon } from '../domain/builders.testing.ts';
import { writeHours } from '../domain/chat/hours-text.ts';
import { keyOfRecord } from '../domain/records/desk-record.ts';
import { settingsPlaces, type SettingsPlace, type SettingsValue } from '../domain/settings/settings-place.ts';
import { settingsOf, valueAt, withChanges } from '../domain/settings/partition-settings.ts';
import { openPortal } from '../portal/portal.testing.tsx';
import { openPersonStore } from '../store/person-store.ts';
import './admin-screens.ts';
import { SettingsPage } from './settings-page.tsx';

afterEach(cleanup);

const settings = settingsOf(aPartition());
const ada = aPersonRecord();

const openDevice = async (): Promise<ActionDeps> => {
  const store = openPersonStore(v7(), aPerson({ rights: ['self-service-portal-setup'] }));
  await store.cache.settings.put({ id: settings.id, position: 1, body: settings });
  await store.cache.records.put({ id: keyOfRecord('person', ada.id), position: 1, body: { of: 'person', body: ada } });
  await store.cache.meta.put({ key: 'cursor', cursor: named('c1'), position: 1, caughtUp: true });
  return { store, now: Date.now, newId: v7, onPerformed: () => undefined };
};
const holdsSave = async (actions: ActionDeps, reason: string): Promise<void> => {
  const place = 'chase.call.waitMinutes';
  await saveSettings(actions, settings.id, { changes: [{ place, from: valueAt(settings, place), to: 45 }], reason });
  await actions.store.outbox.actions.toCollection().modify({ state: 'held', heldBecause: { kind: 'settings-changed', by: 'Sam', at: noon, places: [place] } });
};
const portal = { settings: v.parse(porticoJsonSchema, {}) } as Partial<PortalContext> as PortalContext;
const openPage = (actions: ActionDeps) =>
  openPortal(actions, '/', () => (
    <Route
      path="/"
      component={() => (
        <PortalContext.Provider value={portal}>
          <SettingsPage own={settings.id} />
        </PortalContext.Provider>
      )}
    />
  ));

test('the reason of a save that was not taken stands with it, and comes back with it', async () => {
  const actions = await openDevice();
  await holdsSave(actions, 'Wards asked for it');
  const page = openPage(actions);
  await page.findByText('“Wards asked for it”');
  fireEvent.click(page.getByRole('button', { name: 'Put mine into the form' }));
  const box = page.getByLabelText<HTMLInputElement>('Why is it changed?');
  await waitFor(() => expect(box.value).toBe('Wards asked for it'));
  await waitFor(async () => expect(await actions.store.outbox.settingsDrafts.toArray()).toMatchObject([{ reason: 'Wards asked for it' }]));
});

test('a reason that is typed meanwhile is not written over by the one that comes back', async () => {
  const actions = await openDevice();
  await holdsSave(actions, 'Wards asked for it');
  await keepSettingsDraft(actions, settings.id, { changes: [], reason: 'Something else' });
  const page = openPage(actions);
  fireEvent.click(await page.findByRole('button', { name: 'Put mine into the form' }));
  await waitFor(() => expect(page.queryByText('“Wards asked for it”')).toBe(null));
  expect(page.getByLabelText<HTMLInputElement>('Why is it changed?').value).toBe('Something else');
});

test('what somebody else saved meanwhile is not saved over unseen: the first press leads to it, the second saves', async () => {
  const actions = await openDevice();
  const place = 'chase.call.waitMinutes';
  const page = openPage(actions);
  const [box] = await page.findAllByLabelText<HTMLInputElement>('Minutes between two chases');
  if (!box) throw new Error('nothing to type in');
  fireEvent.input(box, { target: { value: '44' } });
  await actions.store.cache.settings.put({ id: settings.id, position: 2, body: withChanges(settings, [{ place, to: 77 }]) });
  await page.findByText(/^1 change is not saved\. Somebody else changed one of them meanwhile/);
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Changed by somebody else meanwhile: it is now “77”.'));
  expect(await actions.store.outbox.actions.count()).toBe(0);
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await waitFor(async () =>
    expect(await actions.store.outbox.actions.toArray()).toMatchObject([{ action: { data: { changes: [{ place, from: 77, to: 44 }] } } }]),
  );
});

const someoneSets = async ({ store }: ActionDeps, changes: Parameters<typeof withChanges>[1]): Promise<void> => {
  await store.cache.settings.put({ id: settings.id, position: 2, body: withChanges(settings, changes) });
};

const [escalation, recipients] = ['chase.call.escalation', 'chase.call.recipients'] as const;
/** Typed, not saved: somebody is to be written to, and then the escalation call is switched off, which hides the field. */
const writesToWhileItEscalatesNoMore = (actions: ActionDeps, personId: string): Promise<void> =>
  keepSettingsDraft(actions, settings.id, {
    changes: [
      { place: escalation, from: 'escalation', to: null },
      { place: recipients, from: [], to: [personId] },
    ],
    reason: '',
  });

test('who else is written to is not saved over unseen where the escalation call was switched off meanwhile, and its field with it', async () => {
  const actions = await openDevice();
  await writesToWhileItEscalatesNoMore(actions, ada.id);
  const theirs = [
    { place: escalation, to: 'escalation' },
    { place: recipients, to: ['gus'] },
  ] as const;
  await someoneSets(actions, theirs);
  const page = openPage(actions);
  fireEvent.click(await page.findByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(document.activeElement?.textContent).toBe('“Chasing calls: Who is written to” was changed by somebody else meanwhile: it is now “gus”.'),
  );
  expect(await actions.store.outbox.actions.count()).toBe(0);
});

const anotherThan = (value: SettingsValue): SettingsValue => {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return Array.isArray(value) ? [ada.id] : 'another';
};
type SetPlaces = readonly { readonly place: SettingsPlace; readonly to: SettingsValue }[];
/** What hides and shows other fields. */
const allShown: SetPlaces = [
  { place: 'chat.hours', to: writeHours({ days: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1_020, zone: 'UTC' }) },
  { place: 'chase.call.escalation', to: 'escalation' },
  { place: 'chase.request.escalation', to: 'escalation' },
];
const allHidden: SetPlaces = [
  { place: 'chat.hours', to: '' },
  { place: 'chase.call.escalation', to: null },
  { place: 'chase.request.escalation', to: null },
];

test.each([
  ['shown', allShown, allHidden],
  ['hidden', allHidden, allShown],
])('of each setting that somebody else changed there is one warning, where all fields are %s', async (_, mine, theirs) => {
  const actions = await openDevice();
  const said = withChanges(settings, theirs);
  const typed = settingsPlaces.map((place) => mine.find((change) => change.place === place) ?? { place, to: anotherThan(valueAt(said, place)) });
  await keepSettingsDraft(actions, settings.id, { changes: typed.map((change) => ({ ...change, from: 'before' })), reason: '' });
  await someoneSets(actions, theirs);
  const page = openPage(actions);
  await page.findByText(new RegExp(`Somebody else changed ${settingsPlaces.length} of them meanwhile`));
  const warned = [...document.querySelectorAll('[id^="overtaken-"]')].map(({ id }) => id.slice('overtaken-'.length));
  expect(warned.sort()).toEqual([...settingsPlaces].sort());
});

/** They set a wait while another one is typed. */
const isOvertaken = async (actions: ActionDeps, page: ReturnType<typeof openPage>): Promise<void> => {
  const place = 'chase.call.waitMinutes';
  await someoneSets(actions, [{ place, to: valueAt(settings, place) }]);
  const [box] = await page.findAllByLabelText<HTMLInputElement>('Minutes between two chases');
  if (!box) throw new Error('nothing to type in');
  await waitFor(() => expect(box.value).toBe(String(valueAt(settings, place))));
  fireEvent.input(box, { target: { value: '44' } });
  await someoneSets(actions, [{ place, to: 77 }]);
  await page.findByText(/Somebody else changed one of them meanwhile/);
};
const isLedToIt = async (page: ReturnType<typeof openPage>): Promise<void> => {
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Changed by somebody else meanwhile: it is now “77”.'));
};

test('what was shown before something was put back is shown again before it is saved over', async () => {
  const actions = await openDevice();
  const page = openPage(actions);
  await isOvertaken(actions, page);
  await isLedToIt(page);
  fireEvent.click(page.getByRole('button', { name: 'Put back' }));
  await page.findByText('Nothing is changed');
  await isOvertaken(actions, page);
  await isLedToIt(page);
  expect(await actions.store.outbox.actions.count()).toBe(0);
});

test('what was shown before a save is shown again before the next one saves over it', async () => {
  const actions = await openDevice();
  const page = openPage(actions);
  await isOvertaken(actions, page);
  await isLedToIt(page);
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect(await actions.store.outbox.actions.count()).toBe(1));
  await actions.store.outbox.actions.clear();
  await isOvertaken(actions, page);
  await isLedToIt(page);
  expect(await actions.store.outbox.actions.count()).toBe(0);
});

test('a save that waits behind one that was not taken says so', async () => {
  const actions = await openDevice();
  await holdsSave(actions, '');
  await saveSettings(actions, settings.id, {
    changes: [{ place: 'chase.call.maxChases', from: valueAt(settings, 'chase.call.maxChases'), to: 5 }],
    reason: '',
  });
  const page = openPage(actions);
  await page.findByText('What you saved last goes out once you have decided about what was not taken.');
});

test('a wrong value that was typed before its part was switched off is led to, and can be mended', async () => {
  const page = openPage(await openDevice());
  const [box] = await page.findAllByLabelText<HTMLInputElement>('Minutes between two chases');
  if (!box) throw new Error('nothing to type in');
  fireEvent.input(box, { target: { value: '' } });
  const [isOn] = page.getAllByLabelText<HTMLInputElement>('People can chase');
  fireEvent.click(isOn as HTMLInputElement);
  expect(box.matches(':disabled')).toBe(true);
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(document.activeElement).toBe(box));
  for (const value of ['1', '12', '120']) {
    fireEvent.input(box, { target: { value } });
    expect(box.matches(':disabled')).toBe(false);
  }
  fireEvent.click(page.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(box.matches(':disabled')).toBe(true));
});

test('the page stays where it is scrolled to while somebody else saves something', async () => {
  const actions = await openDevice();
  const page = openPage(actions);
  const [box] = await page.findAllByLabelText<HTMLInputElement>('Minutes between two chases');
  if (!box) throw new Error('nothing to type in');
  box.focus();
  const scrolls = vi.spyOn(Element.prototype, 'scrollIntoView');
  fireEvent.input(box, { target: { value: '44' } });
  await waitFor(() => expect(scrolls).toHaveBeenCalledTimes(1));
  await someoneSets(actions, [{ place: 'chase.call.maxChases', to: 9 }]);
  await waitFor(() => expect(page.getAllByLabelText<HTMLInputElement>('Most chases of one ticket')[0]?.value).toBe('9'));
  expect(scrolls).toHaveBeenCalledTimes(1);
  scrolls.mockRestore();
});

test('a group that is gone by now is led to on the list of who chats', async () => {
  const actions = await openDevice();
  await keepSettingsDraft(actions, settings.id, { changes: [{ place: 'chat.groupIds', from: [], to: ['gone'] }], reason: '' });
  const page = openPage(actions);
  fireEvent.click(await page.findByRole('button', { name: 'Save' }));
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-labelledby')).toMatch(/-listed$/));
});

test('somebody who has left is led to among those who are written to, also where the escalation call is switched off', async () => {
  const actions = await openDevice();
  await writesToWhileItEscalatesNoMore(actions, 'nobody');
  await someoneSets(actions, [{ place: escalation, to: 'escalation' }]);
  const page = openPage(actions);
  fireEvent.click(await page.findByRole('button', { name: 'Save' }));
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Who is written to/));
});
