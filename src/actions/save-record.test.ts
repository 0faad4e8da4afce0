import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Action } from '../domain/action.ts';
import { aPerson, aPersonRecord, named, noon } from '../domain/builders.testing.ts';
import type { PersonId } from '../domain/ids.ts';
import type { PersonChange } from '../domain/records/desk-record.ts';
import { portalHttpCapabilities } from '../backends/portal-http/portal-http-capabilities.ts';
import { planBatch } from '../sync/plan-batch.ts';
import { readOutbox } from '../store/observe/outbox.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { deletePersonStore, openPersonStore } from '../store/person-store.ts';
import type { ActionDeps } from './action-deps.ts';
import { savePeople } from './save-record.ts';
import { discardHeld } from './settle-held.ts';

let deps: ActionDeps;
let nudges = 0;
beforeEach(() => {
  nudges = 0;
  deps = { store: openPersonStore(v7(), aPerson()), now: () => noon, newId: v7, onPerformed: () => (nudges += 1) };
});
afterEach(() => deletePersonStore(deps.store));

const newcomer = (id: string): PersonChange => ({ of: 'person', from: null, to: aPersonRecord({ id: named<PersonId>(id), userName: id }) });
const rows = (): Promise<OutboxRow[]> => deps.store.outbox.actions.orderBy('seq').toArray();
const queued = async (): Promise<readonly Action[]> => (await rows()).map((row) => row.action as Action);
const next = async (): Promise<readonly OutboxRow[]> =>
  planBatch(
    (await rows()).filter(({ state }) => state !== 'done'),
    portalHttpCapabilities.batch,
    [],
  );
const settleFirst = (over: Partial<OutboxRow>) => deps.store.outbox.actions.orderBy('seq').limit(1).modify(over);
const refused = { state: 'held', heldBecause: { kind: 'people-not-accepted', names: ['Ada'] } } as const;

test('whoever is invited with an import gets a letter each, and none before the desk has taken the import', async () => {
  const changes = [newcomer('ada'), { ...newcomer('ben'), from: aPersonRecord({ id: named<PersonId>('ben') }) }, newcomer('cy')];
  const id = await savePeople(deps, changes, [named<PersonId>('ada'), named<PersonId>('cy')]);
  expect(await queued()).toMatchObject([
    { id, kind: 'save-people', data: { changes } },
    { kind: 'invite-person', subject: { id: 'person/ada' }, after: [id] },
    { kind: 'invite-person', subject: { id: 'person/cy' }, after: [id] },
  ]);
  expect(nudges).toBe(1);
});

test('where nobody is to be invited an import is one action', async () => {
  await savePeople(deps, [newcomer('ada')]);
  expect((await queued()).map(({ kind }) => kind)).toEqual(['save-people']);
});

test('a full disk takes an import with its letters, or nothing of it', async () => {
  let made = 0;
  // The last id of three is the first one again, which the outbox does not take twice.
  const ids = [v7(), v7()];
  const failing = { ...deps, newId: () => ids[(made += 1) % 2] ?? '' };
  await expect(savePeople(failing, [newcomer('ada'), newcomer('cy')], [named<PersonId>('ada'), named<PersonId>('cy')])).rejects.toThrow();
  expect(await queued()).toEqual([]);
});

test('a thousand letters leave in as many requests as they need, after the import', async () => {
  const changes = Array.from({ length: 1_000 }, (_, n) => newcomer(`person-${n}`));
  await savePeople(
    deps,
    changes,
    changes.flatMap(({ to }) => to?.id ?? []),
  );
  const [first] = await next();
  expect(first?.action).toMatchObject({ kind: 'save-people' });
  await settleFirst({ state: 'done' });
  expect(await next()).toHaveLength(portalHttpCapabilities.batch.maxActions);
});

test('the letters of an import that was refused never leave, and say what they wait behind', async () => {
  const id = await savePeople(deps, [newcomer('ada')], [named<PersonId>('ada')]);
  await settleFirst(refused);
  expect(await next()).toEqual([]);
  expect((await readOutbox(deps.store)).items).toMatchObject([
    { id, behind: null },
    { state: 'waiting', behind: id },
  ]);
});

test('an import that is discarded takes its letters with it, and no others', async () => {
  const id = await savePeople(deps, [newcomer('ada'), newcomer('cy')], [named<PersonId>('ada'), named<PersonId>('cy')]);
  const other = await savePeople({ ...deps, newId: v7 }, [newcomer('dee')], [named<PersonId>('dee')]);
  await settleFirst(refused);
  await discardHeld(deps, id, []);
  expect(await queued()).toMatchObject([{ id: other }, { kind: 'invite-person', after: [other] }]);
});
