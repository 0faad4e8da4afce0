import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup, fireEvent, waitFor, within } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import type { ActionDeps } from '../actions/action-deps.ts';
import { decideOnRegistration } from '../actions/decide-registration.ts';
import { aPerson, aRegistration, named, noon } from '../domain/builders.testing.ts';
import type { PersonId } from '../domain/ids.ts';
import { registrationKey, type Registration } from '../domain/registration/registration.ts';
import { enRegistrations } from '../i18n/en-registrations.ts';
import { learn } from '../i18n/translate.ts';
import { openPortal } from '../portal/portal.testing.tsx';
import { openPersonStore } from '../store/person-store.ts';
import { Registrations } from './registrations.tsx';

learn(enRegistrations);
afterEach(cleanup);

const registration = aRegistration();

const says = async ({ store }: ActionDeps, body: Registration): Promise<void> => {
  await store.cache.records.put({ id: registrationKey(body.id), position: 1, body: { of: 'registration', body } });
};
const openDevice = async (): Promise<ActionDeps> => {
  const actions = { store: openPersonStore(v7(), aPerson()), now: Date.now, newId: v7, onPerformed: () => undefined };
  await says(actions, registration);
  return actions;
};
const openPage = (actions: ActionDeps) => openPortal(actions, '/', () => <Route path="/" component={Registrations} />);

test('whoever types a word beside somebody keeps the focus and the word while more news comes, and finds it on the next page', async () => {
  const actions = await openDevice();
  const page = openPage(actions);
  const box = await page.findByLabelText<HTMLTextAreaElement>('A word with it');
  box.focus();
  fireEvent.input(box, { target: { value: 'Wel' } });
  await waitFor(async () => expect(await actions.store.outbox.decisionDrafts.toArray()).toMatchObject([{ reason: 'Wel' }]));
  await says(actions, { ...registration, again: [{ at: noon, details: { ...registration.details, phone: '555' }, partitionName: 'Council' }] });
  await page.findByText('555');
  expect(document.activeElement).toBe(box);
  expect(box.value).toBe('Wel');
  cleanup();
  const later = openPage(actions);
  expect((await later.findByLabelText<HTMLTextAreaElement>('A word with it')).value).toBe('Wel');
});

test('a decision that was not taken stands with its words, and goes back into the form where nobody has decided yet', async () => {
  const actions = await openDevice();
  await decideOnRegistration(actions, 'decline-registration', registration.id, 'We do not know you.');
  await actions.store.outbox.actions.toCollection().modify({ state: 'held', heldBecause: { kind: 'not-allowed' } });
  const page = openPage(actions);
  await page.findByText(/You wanted to decline it/);
  await page.findByText('We do not know you.');
  fireEvent.click(page.getByRole('button', { name: 'Decide again' }));
  const box = await page.findByLabelText<HTMLTextAreaElement>('A word with it');
  expect(box.value).toBe('We do not know you.');
  expect(document.activeElement).toBe(box);
});

test('whoever decides about somebody who was here before sees what they were called and where they belonged', async () => {
  const actions = await openDevice();
  await says(actions, { ...registration, wasHere: true, wasHereAs: { name: 'Zoë Quill', partitionName: 'Hospital' } });
  await openPage(actions).findByText(/^They were Zoë Quill, Hospital\. Approved, they have the name and the partition/);
});

test('whoever discards a decision that came too late finds the focus at the one that holds', async () => {
  const actions = await openDevice();
  await decideOnRegistration(actions, 'decline-registration', registration.id, '');
  const by = { id: named<PersonId>('gus'), name: 'Gus' };
  await actions.store.outbox.actions.toCollection().modify({ state: 'held', heldBecause: { kind: 'record-changed', by: by.name, at: noon } });
  await says(actions, { ...registration, decision: { kind: 'approved', at: noon, by, reason: '' } });
  const page = openPage(actions);
  const discard = await page.findByRole('button', { name: 'Discard', hidden: true });
  discard.focus();
  fireEvent.click(discard);
  const sure = within(await page.findByRole('dialog', { hidden: true })).getByRole('button', { name: 'Discard', hidden: true });
  sure.focus();
  fireEvent.click(sure);
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Approved by Gus/));
});

test('whoever still wrote when somebody else decided sees their words beside the decision until they throw them away', async () => {
  const actions = await openDevice();
  await actions.store.outbox.decisionDrafts.put({ registrationId: registration.id, reason: 'Let me ask first', savedAt: noon });
  const by = { id: named<PersonId>('sam'), name: 'Sam' };
  await says(actions, { ...registration, decision: { kind: 'declined', at: noon, by, reason: '' } });
  const page = openPage(actions);
  await page.findByText('Let me ask first');
  fireEvent.click(page.getByRole('button', { name: 'Throw it away' }));
  await waitFor(() => expect(page.queryByText('Let me ask first')).toBe(null));
  expect(await actions.store.outbox.decisionDrafts.count()).toBe(0);
});
