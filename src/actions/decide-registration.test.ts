import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Action } from '../domain/action.ts';
import { anAnalyst, aRegistration, noon } from '../domain/builders.testing.ts';
import { registrationKey } from '../domain/registration/registration.ts';
import type { Refusal } from '../domain/refusal.ts';
import { countBegunAtTheDesk } from '../store/observe/begun-work.ts';
import { observeRegistrations, type RegistrationView } from '../store/observe/registrations.ts';
import { deletePersonStore, openPersonStore } from '../store/person-store.ts';
import type { ActionDeps } from './action-deps.ts';
import { decideOnRegistration, keepDecisionDraft, takeUpHeldDecision } from './decide-registration.ts';

const registration = aRegistration();
const { id } = registration;
let deps: ActionDeps;
beforeEach(async () => {
  deps = { store: openPersonStore(v7(), anAnalyst()), now: () => noon, newId: v7, onPerformed: () => undefined };
  await deps.store.cache.records.put({ id: registrationKey(id), position: 1, body: { of: 'registration', body: registration } });
});
afterEach(() => deletePersonStore(deps.store));

/** As a page that is opened now shows it. */
const seen = (): Promise<RegistrationView | undefined> =>
  new Promise((resolve) => {
    const reading = observeRegistrations(deps.store).subscribe((all) => {
      if (all === null) return;
      resolve(all[0]);
      setTimeout(() => reading.unsubscribe());
    });
  });
const queued = async (): Promise<readonly Action[]> => (await deps.store.outbox.actions.toArray()).map((row) => row.action as Action);
const refuse = async (heldBecause: Refusal): Promise<void> => {
  await deps.store.outbox.actions.toCollection().modify({ state: 'held', heldBecause });
};

test('a word that was typed beside the buttons is there after a reload, and is asked about before somebody signs out', async () => {
  await keepDecisionDraft(deps, id, 'We do not know y');
  expect((await seen())?.typed).toBe('We do not know y');
  expect(await countBegunAtTheDesk(deps.store)).toBe(1);
  await keepDecisionDraft(deps, id, '');
  expect(await countBegunAtTheDesk(deps.store)).toBe(0);
});

test('what was decided takes its word with it, in one step', async () => {
  await keepDecisionDraft(deps, id, 'Welcome');
  expect(await decideOnRegistration(deps, 'approve-registration', id, 'Welcome')).not.toBeNull();
  expect(await queued()).toMatchObject([{ kind: 'approve-registration', data: { reason: 'Welcome' } }]);
  expect(await seen()).toMatchObject({ typed: '', underway: 'approved' });
});

test('two tabs that decide at once decide once, and what the other one typed stays', async () => {
  await keepDecisionDraft(deps, id, 'No');
  const both = [decideOnRegistration(deps, 'approve-registration', id, 'Yes'), decideOnRegistration(deps, 'decline-registration', id, 'No')];
  expect(await Promise.all(both)).toEqual([expect.any(String), null]);
  await keepDecisionDraft(deps, id, 'No');
  expect(await queued()).toHaveLength(1);
  expect((await seen())?.typed).toBe('No');
});

test('whoever was not quick enough still sees what they wanted, and their words', async () => {
  await decideOnRegistration(deps, 'decline-registration', id, 'We do not know you.');
  await refuse({ kind: 'record-changed', by: 'Sam', at: noon });
  expect(await seen()).toMatchObject({ underway: null, held: { wanted: 'declined', reason: 'We do not know you.', refusal: { by: 'Sam' } } });
});

test('words that the desk did not take go back into the form, in front of what was typed since, and are held no longer', async () => {
  await decideOnRegistration(deps, 'approve-registration', id, 'Welcome');
  await refuse({ kind: 'record-not-accepted', problems: [] });
  await keepDecisionDraft(deps, id, 'Or not');
  const held = (await seen())?.held;
  if (!held) throw new Error('nothing is held');
  expect(await takeUpHeldDecision(deps, held.id, id)).toBe(true);
  expect(await takeUpHeldDecision(deps, held.id, id)).toBe(false);
  expect(await seen()).toMatchObject({ typed: 'Welcome\n\nOr not', held: null, underway: null });
  expect(await queued()).toEqual([]);
  expect(await decideOnRegistration(deps, 'decline-registration', id, 'No')).not.toBeNull();
});
