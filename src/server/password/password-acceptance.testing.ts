/** What setting a password by a letter promises, whichever database the reference backend stands on. */
import { v7 } from 'uuid';
import { describe, expect, test as plainTest } from 'vitest';
import { doorRoutes, routes } from '../../contract/routes.ts';
import type { ActionOf } from '../../domain/action.ts';
import type { ActionId, PartitionId, PersonId } from '../../domain/ids.ts';
import { hours } from '../../domain/instant.ts';
import { keyOfRecord, type PersonChange, type PersonRecord, type RecordKey } from '../../domain/records/desk-record.ts';
import type { Database } from '../database/schema.ts';
import { readRecords } from '../records/read-records.ts';
import { smallOrganisation } from '../organisation.testing.ts';
import { openTestServer, type TestServer } from '../server.testing.ts';

const good = 'three green umbrellas';

const post = (server: TestServer, path: string, body: unknown) =>
  server.fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const ask = (server: TestServer, email: string) => post(server, doorRoutes.passwordLink, { email });
const setPassword = async (server: TestServer, token: string, password: string) => (await post(server, doorRoutes.password, { token, password })).json();
const holderOf = async (server: TestServer, token: string) =>
  ((await (await post(server, doorRoutes.passwordHolder, { token })).json()) as { holder: unknown }).holder;
const letters = (server: TestServer) => server.deps.database.selectFrom('mails').selectAll().orderBy('id').execute();
const tokensIn = async (server: TestServer, address: string): Promise<readonly string[]> =>
  (await letters(server)).flatMap((mail) => (mail.address === address ? [/\/password\/([\w-]+)/.exec(mail.body)?.[1] ?? ''] : []));
const signInStatus = async (server: TestServer, user: string, password: string) => (await post(server, routes.session, { user, password })).status;

/** Ada's newest link. */
const linkOfAda = async (server: TestServer): Promise<string> => {
  await ask(server, 'Ada@Example.org');
  return (await tokensIn(server, 'ada@example.org')).at(-1) ?? '';
};

const invite = (personId: string, key: RecordKey = keyOfRecord('person', personId)): ActionOf<'invite-person'> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'record', id: key },
  at: 1,
  kind: 'invite-person',
  data: {},
});

const importing = (...changes: readonly Omit<PersonChange, 'of'>[]): ActionOf<'save-people'> => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'record', id: keyOfRecord('person', 'import') },
  at: 1,
  kind: 'save-people',
  data: { changes: changes.map((change) => ({ of: 'person', ...change })) },
});

const adaAsKept = async (server: TestServer): Promise<PersonRecord> => {
  const ada = (await server.deps.database.transaction().execute(readRecords)).person.find(({ id }) => id === 'ada');
  if (!ada) throw new Error('nobody called ada');
  return ada;
};

const zoe: PersonRecord = {
  id: 'zoe' as PersonId,
  name: 'Zoë Quill',
  email: 'zoe@example.org',
  partitionId: 'council' as PartitionId,
  roles: ['employee'],
  userName: 'zoe',
  hasLeft: false,
};

export const describePasswords = (name: string, openDatabase: () => Promise<Database>): void => {
  const test = (title: string, run: (server: TestServer) => Promise<void>): void =>
    plainTest(title, async () => {
      const server = await openTestServer({ database: await openDatabase(), organisation: smallOrganisation(Date.UTC(2026, 10, 24, 7)) });
      try {
        await run(server);
      } finally {
        await server.close();
      }
    });

  describe(`passwords: ${name}`, () => {
    test('a letter with a link comes to whoever has the address, and the password set with it is the one that holds', async (server) => {
      const token = await linkOfAda(server);
      expect(await letters(server)).toMatchObject([{ address: 'ada@example.org', subject: 'Set a new password for Service Desk' }]);
      expect(await holderOf(server, token)).toEqual({ name: 'Ada', userName: 'ada', email: 'ada@example.org' });
      const response = await post(server, doorRoutes.password, { token, password: good });
      expect(await response.json()).toMatchObject({ outcome: 'set', person: { id: 'ada' } });
      expect(response.headers.get('Set-Cookie')).toContain('portico_session=');
      expect(await signInStatus(server, 'ada', 'ada-portico')).toBe(401);
      expect(await signInStatus(server, 'ada', good)).toBe(200);
    });

    test('asking tells nobody who has an account', async (server) => {
      const answers = [];
      for (const email of ['ada@example.org', 'nobody@example.org']) {
        const response = await ask(server, email);
        answers.push([response.status, await response.json(), Object.fromEntries(response.headers)]);
      }
      expect(answers[1]).toEqual(answers[0]);
      expect((await letters(server)).map(({ address }) => address)).toEqual(['ada@example.org']);
    });

    test('whoever asks again and again is slowed down, by the e-mail and by where they ask from, and the same for everybody', async (server) => {
      for (const email of ['ada@example.org', 'nobody@example.org']) {
        const statuses = [];
        for (let time = 0; time < 5; time += 1) statuses.push((await ask(server, email)).status);
        expect(statuses).toEqual([200, 200, 200, 429, 429]);
      }
      const statuses = [];
      for (let time = 0; time < 30; time += 1) statuses.push((await ask(server, `somebody-${time}@example.org`)).status);
      expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
      expect(statuses[0]).toBe(200);
    });

    test('a link is good once, however many use it at the same moment, and takes the others with it', async (server) => {
      const [first, second] = [await linkOfAda(server), await linkOfAda(server)];
      const outcomes = (await Promise.all([1, 2, 3].map((time) => setPassword(server, second, `${good} ${time}`)))) as { outcome: string }[];
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['link-over', 'link-over', 'set']);
      expect(await setPassword(server, first, good)).toMatchObject({ outcome: 'link-over' });
      expect(await holderOf(server, second)).toBe(null);
    });

    test('a link is good for two days and no longer', async (server) => {
      const token = await linkOfAda(server);
      server.clock.now += hours(48);
      expect(await holderOf(server, token)).not.toBe(null);
      server.clock.now += 1;
      expect([await holderOf(server, token), await setPassword(server, token, good)]).toMatchObject([null, { outcome: 'link-over' }]);
      expect(await signInStatus(server, 'ada', 'ada-portico')).toBe(200);
    });

    test('a password that everybody would try first is not taken, and the link stays good', async (server) => {
      const token = await linkOfAda(server);
      expect(await setPassword(server, token, 'short')).toMatchObject({ outcome: 'not-accepted', rules: ['long-enough'] });
      expect(await setPassword(server, token, 'password2026')).toMatchObject({ outcome: 'not-accepted', rules: ['not-common'] });
      expect(await setPassword(server, token, good)).toMatchObject({ outcome: 'set' });
    });

    test('whoever was signed in with the old password is signed out', async (server) => {
      const ada = await server.signIn('ada');
      await setPassword(server, await linkOfAda(server), good);
      expect((await ada.fetch(routes.changes)).status).toBe(401);
    });

    test('a link that somebody else opens, who is signed in there, ends no session but those of its holder', async (server) => {
      const [ada, gus] = [await server.signIn('ada'), await server.signIn('gus')];
      const body = JSON.stringify({ token: await linkOfAda(server), password: good });
      const response = await gus.fetch(doorRoutes.password, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      expect(await response.json()).toMatchObject({ outcome: 'set', person: { id: 'ada' } });
      expect(response.headers.get('Set-Cookie')).toBeNull();
      expect([(await gus.fetch(routes.changes)).status, (await ada.fetch(routes.changes)).status]).toEqual([200, 401]);
    });

    test('what is in the letter stands nowhere else', async (server) => {
      const token = await linkOfAda(server);
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(JSON.stringify(await server.deps.database.selectFrom('password_links').selectAll().execute())).not.toContain(token);
    });

    test('somebody new, whom an administrator adds, gets a letter when the administrator says so', async (server) => {
      const sam = await server.signIn('sam');
      const added = { v: 1, id: v7() as ActionId, subject: { kind: 'record', id: 'person/zoe' }, at: 1, kind: 'save-record' } as const;
      const answers = await sam.perform({ ...added, data: { change: { of: 'person', from: null, to: zoe } } }, invite('zoe'));
      expect(answers).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
      expect(await letters(server)).toMatchObject([{ address: 'zoe@example.org', subject: 'Welcome to Service Desk' }]);
      const [token = ''] = await tokensIn(server, 'zoe@example.org');
      expect(await setPassword(server, token, good)).toMatchObject({ outcome: 'set', person: { id: 'zoe', name: 'Zoë Quill' } });
      expect(await signInStatus(server, 'zoe', good)).toBe(200);
    });

    test('an import invites those who are new with it, once, and nobody who was there', async (server) => {
      const sam = await server.signIn('sam');
      const ada = await adaAsKept(server);
      const saved = importing({ from: null, to: zoe }, { from: ada, to: { ...ada, name: 'Ada King' } });
      const invited = { ...invite('zoe'), after: [saved.id] };
      const answers = await sam.perform(saved, invited);
      expect(answers).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
      expect(await sam.perform(saved, invited)).toEqual(answers);
      expect(await letters(server)).toMatchObject([{ address: 'zoe@example.org', subject: 'Welcome to Service Desk' }]);
    });

    test('an import that is refused invites nobody, in whatever request the letters come', async (server) => {
      const sam = await server.signIn('sam');
      const saved = importing({ from: null, to: zoe }, { from: null, to: { ...zoe, id: 'twin' as PersonId } });
      const invited = { ...invite('zoe'), after: [saved.id] };
      expect(await sam.perform(saved, invited)).toMatchObject([
        { outcome: 'refused', refusal: { kind: 'people-not-accepted' } },
        { outcome: 'not-attempted', because: saved.id },
      ]);
      expect(await sam.perform(invited)).toMatchObject([{ outcome: 'not-attempted', because: saved.id }]);
      expect(await letters(server)).toEqual([]);
    });

    test('a letter is sent once, though its action comes twice', async (server) => {
      const sam = await server.signIn('sam');
      const action = invite('ada');
      expect(await sam.perform(action)).toEqual(await sam.perform(action));
      expect(await letters(server)).toHaveLength(1);
    });

    test('nobody is invited who is not there, and nobody without the right invites', async (server) => {
      const [ada, sam] = [await server.signIn('ada'), await server.signIn('sam')];
      expect(await ada.perform(invite('ben'))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-allowed' } }]);
      expect(await sam.perform(invite('nobody'))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-found' } }]);
      expect(await sam.perform(invite('ada', keyOfRecord('group', 'ada')))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'not-found' } }]);
      expect(await letters(server)).toEqual([]);
    });

    test('whoever has left gets no link, and one they had is over', async (server) => {
      const token = await linkOfAda(server);
      await server.deps.database.updateTable('people').set({ has_left: 1 }).where('id', '=', 'ada').execute();
      expect(await holderOf(server, token)).toBe(null);
      expect(await setPassword(server, token, good)).toMatchObject({ outcome: 'link-over' });
      await ask(server, 'ada@example.org');
      const sam = await server.signIn('sam');
      expect(await sam.perform(invite('ada'))).toMatchObject([{ outcome: 'refused', refusal: { kind: 'nobody-reads' } }]);
      expect(await letters(server)).toHaveLength(1);
    });
  });
};
