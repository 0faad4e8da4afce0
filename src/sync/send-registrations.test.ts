import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { forgetRegistration, keepRegistrationDraft, register, takeUpRegistration, type RegisterDeps } from '../actions/register.ts';
import { newUuid } from '../actions/new-uuid.ts';
import { BackendFailure } from '../backends/backend.ts';
import type { RegisterAnswer } from '../contract/registration.ts';
import type { PartitionId } from '../domain/ids.ts';
import type { RegisterAction, RegistrationState } from '../domain/registration/registration.ts';
import { readOwnRegistrations, RegistrationDb } from '../store/registration-db.ts';
import { sendRegistrations, type RegistrationDeps } from './send-registrations.ts';

const answers = { name: 'Zoë', email: 'Zoe@example.org ', partitionId: 'council' as PartitionId, phone: '', reason: 'To ask' };

let db: RegistrationDb;
let clock = 1_000_000;
beforeEach(() => {
  db = new RegistrationDb(`test-${v7()}`);
});
afterEach(() => db.delete());

const registering = (): RegisterDeps => ({ db, now: () => clock, newId: v7, onPerformed: () => undefined });

type Desk = { readonly deps: RegistrationDeps; readonly sent: RegisterAction[] };

/** A desk that answers so; a failure is thrown. */
const aDesk = (answer: (action: RegisterAction) => RegisterAnswer | BackendFailure, state: () => RegistrationState | null = () => 'received'): Desk => {
  const sent: RegisterAction[] = [];
  const reception: RegistrationDeps['reception'] = {
    register: async (action) => {
      sent.push(action);
      const told = answer(action);
      if (told instanceof BackendFailure) throw told;
      return told;
    },
    registrationState: async () => state(),
  };
  return { sent, deps: { db, reception, now: () => clock, random: () => 1 } };
};
const takes = ({ id }: RegisterAction): RegisterAnswer => ({ outcome: 'applied', id, at: clock });
const noAnswer = (): BackendFailure => new BackendFailure('wait', 'no answer');
const only = async () => (await readOwnRegistrations(db))[0];

test('what was asked for is on the disk, with its draft gone, before anything is sent', async () => {
  await keepRegistrationDraft(registering(), answers, 'review');
  await register(registering(), answers, 'Council');
  expect(await only()).toMatchObject({ state: 'waiting', desk: null, action: { kind: 'register', data: { email: 'zoe@example.org' } } });
  expect(await db.drafts.count()).toBe(0);
});

test('without an answer it waits, ever longer, and the same action is sent again until there is one', async () => {
  await register(registering(), answers, 'Council');
  const silent = aDesk(noAnswer);
  expect(await sendRegistrations(silent.deps, false)).toBe(clock + 1_000);
  // Not before its time, unless somebody asks.
  await sendRegistrations(silent.deps, false);
  expect(silent.sent).toHaveLength(1);
  expect(await sendRegistrations(silent.deps, true)).toBe(clock + 2_000);
  expect(await only()).toMatchObject({ state: 'waiting', tries: 2 });
  clock += 2_000;
  const desk = aDesk(takes);
  await sendRegistrations(desk.deps, false);
  expect(await only()).toMatchObject({ state: 'sent', desk: 'received' });
  expect(desk.sent).toEqual([silent.sent[0]]);
});

test('those of one device arrive in the order in which they were made, with one back-off: the later one waits with the first', async () => {
  await register(registering(), { ...answers, phone: '555 0101' }, 'Council');
  const silent = aDesk(noAnswer);
  for (let tries = 0; tries < 3; tries += 1) await sendRegistrations(silent.deps, true);
  await register(registering(), { ...answers, phone: '555 0202' }, 'Council');
  const retryAt = await sendRegistrations(silent.deps, true);
  expect(retryAt).toBe(clock + 8_000);
  expect(new Set(silent.sent.map(({ data }) => data.phone))).toEqual(new Set(['555 0101']));
  expect(await readOwnRegistrations(db)).toMatchObject([
    { tries: 4, retryAt },
    { tries: 4, retryAt },
  ]);
  const desk = aDesk(takes);
  for (; clock < (retryAt ?? 0); clock += 1_000) expect(await sendRegistrations(desk.deps, false)).toBe(retryAt);
  expect(desk.sent).toEqual([]);
  await sendRegistrations(desk.deps, false);
  expect(desk.sent.map(({ data }) => data.phone)).toEqual(['555 0101', '555 0202']);
});

test('they are in the order in which they were made, also where the clock was set back in between', async () => {
  const madeAt = (now: number) => register({ ...registering(), newId: () => newUuid(now) }, { ...answers, phone: String(now) }, 'Council');
  for (const now of [9_000_000, 5_000_000, 7_000_000]) await madeAt(now);
  const desk = aDesk(takes);
  await sendRegistrations(desk.deps, true);
  expect(desk.sent.map(({ data }) => data.phone)).toEqual(['9000000', '5000000', '7000000']);
});

test('one that the desk refuses holds nothing that was asked for after it', async () => {
  await register(registering(), answers, 'Council');
  await register(registering(), { ...answers, email: 'yan@example.org' }, 'Council');
  const desk = aDesk((action) =>
    action.data.email === 'yan@example.org' ? takes(action) : { outcome: 'refused', id: action.id, at: clock, refusal: { kind: 'registration-closed' } },
  );
  await sendRegistrations(desk.deps, false);
  expect((await readOwnRegistrations(db)).map(({ state }) => state)).toEqual(['held', 'sent']);
});

test('whoever takes off the one that was tried does not send the next one sooner than the desk wants', async () => {
  const first = await register(registering(), answers, 'Council');
  await register(registering(), { ...answers, email: 'yan@example.org' }, 'Council');
  await sendRegistrations(aDesk(() => new BackendFailure('wait', 'slow-down', 20_000)).deps, true);
  await forgetRegistration(registering(), first);
  const desk = aDesk(takes);
  expect(await sendRegistrations(desk.deps, false)).toBe(clock + 21_000);
  expect(desk.sent).toEqual([]);
});

test('a flood is waited out for as long as the desk says', async () => {
  await register(registering(), answers, 'Council');
  const slow = aDesk(() => new BackendFailure('wait', 'slow-down', 20_000));
  expect(await sendRegistrations(slow.deps, true)).toBe(clock + 21_000);
  expect(await only()).toMatchObject({ state: 'waiting', isTooMany: true, retryAt: clock + 21_000 });
  // A desk that is away is not called a flood.
  await sendRegistrations(aDesk(noAnswer).deps, true);
  expect(await only()).toMatchObject({ state: 'waiting', isTooMany: false });
});

test('what the desk refuses is held, and goes back into the questions under a new id', async () => {
  await register(registering(), answers, 'Council');
  await sendRegistrations(
    aDesk(({ id }) => ({ outcome: 'refused', id, at: clock, refusal: { kind: 'domain-not-allowed', domains: ['x.example'] } })).deps,
    true,
  );
  const held = await only();
  expect(held).toMatchObject({ state: 'held', heldBecause: { kind: 'domain-not-allowed' } });
  if (!held) return;
  expect(await takeUpRegistration(registering(), held.id)).toBe(true);
  expect(await takeUpRegistration(registering(), held.id)).toBe(false);
  expect(await db.drafts.get('draft')).toEqual({
    key: 'draft',
    answers: { ...answers, email: 'zoe@example.org' },
    step: 'email',
    refused: { kind: 'domain-not-allowed', domains: ['x.example'] },
  });
  await register(registering(), answers, 'Council');
  expect((await only())?.action.id).not.toBe(held.action.id);
});

test('one that is taken off while another is on its way goes nowhere', async () => {
  await register(registering(), answers, 'Council');
  const second = await register(registering(), { ...answers, email: 'yan@example.org' }, 'Council');
  const desk = aDesk((action) => {
    void forgetRegistration(registering(), second);
    return takes(action);
  });
  await sendRegistrations(desk.deps, true);
  expect(desk.sent.map(({ data }) => data.email)).toEqual(['zoe@example.org']);
  expect(await db.registrations.count()).toBe(1);
});

test('it is followed until the desk has decided, and not asked about any more then', async () => {
  await register(registering(), answers, 'Council');
  let state: RegistrationState | null = 'received';
  const desk = aDesk(takes, () => state);
  // Whoever stays at the door after it was sent is told as well.
  expect(await sendRegistrations(desk.deps, false)).toBe(clock + 60_000);
  expect(await sendRegistrations(desk.deps, false)).toBe(clock + 60_000);
  state = null;
  await sendRegistrations(desk.deps, false);
  expect((await only())?.desk).toBe('received');
  state = 'approved';
  await sendRegistrations(desk.deps, false);
  expect((await only())?.desk).toBe('approved');
  expect(await sendRegistrations(desk.deps, false)).toBe(null);
});

test('a row that this version cannot read is left where it is, and stops no other', async () => {
  await db.table('registrations').add({ id: 'of a later version' });
  await register(registering(), answers, 'Council');
  await sendRegistrations(aDesk(takes).deps, true);
  expect(await db.registrations.count()).toBe(2);
  expect((await only())?.state).toBe('sent');
});

test('only the hash of the secret leaves the device', async () => {
  await register(registering(), answers, 'Council');
  const desk = aDesk(takes);
  await sendRegistrations(desk.deps, true);
  const own = await only();
  expect(own?.secret).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(desk.sent)).not.toContain(own?.secret);
});
