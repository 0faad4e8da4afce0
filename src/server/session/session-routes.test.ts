import { afterEach, beforeEach, expect, test } from 'vitest';
import { personHeader, routes, versionHeader } from '../../contract/routes.ts';
import { smallOrganisation, ticketIds } from '../organisation.testing.ts';
import { openTestServer, type TestServer } from '../server.testing.ts';
import { hashPassword, isPassword } from './passwords.ts';

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer({ organisation: smallOrganisation(Date.UTC(2026, 10, 24, 7)) });
});
afterEach(() => server.close());

const json = { 'Content-Type': 'application/json' };
const signIn = (user: string, password: string, headers: Record<string, string> = {}) =>
  server.fetch(routes.session, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ user, password }) });
const problemOf = async (response: Response) => [response.status, await response.json()];
const problem = (status: number, kind: string) => [status, { portico: 1, problem: { kind } }];
const cookieOf = (response: Response) => response.headers.getSetCookie()[0] ?? '';

test('a wrong password and an unknown name are told apart by nothing', async () => {
  expect(await problemOf(await signIn('ada', 'guess'))).toEqual(problem(401, 'wrong-credentials'));
  expect(await problemOf(await signIn('nobody', 'guess'))).toEqual(problem(401, 'wrong-credentials'));
});

test('guessing one person’s password gets slow, and the right one works again after the pause', async () => {
  for (let guess = 0; guess < 5; guess += 1) expect((await signIn('ada', `guess ${guess}`)).status).toBe(401);
  const slowed = await signIn('ada', 'ada-portico');
  expect(slowed.headers.get('Retry-After')).toBe('5');
  expect(await problemOf(slowed)).toEqual(problem(429, 'slow-down'));
  expect((await signIn('ben', 'ben-portico')).status).toBe(200);
  server.clock.now += 5_000;
  expect((await signIn('ADA', 'ada-portico')).status).toBe(200);
});

test('many guesses at once are no way around the limit', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, guess) => signIn('ada', `guess ${guess}`)));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
});

test('each further guess after the pause doubles it', async () => {
  for (let guess = 0; guess < 5; guess += 1) await signIn('ada', 'guess');
  for (const seconds of ['5', '10', '20']) {
    expect((await signIn('ada', 'guess')).headers.get('Retry-After')).toBe(seconds);
    server.clock.now += Number(seconds) * 1000;
    expect((await signIn('ada', 'guess')).status).toBe(401);
  }
});

test('trying many names from one address gets slow too, but signing in well costs nothing', async () => {
  for (let time = 0; time < 40; time += 1) expect((await signIn('ada', 'ada-portico')).status).toBe(200);
  for (let guess = 0; guess < 30; guess += 1) expect((await signIn(`name-${guess}`, 'guess')).status).toBe(401);
  expect((await signIn('one-more', 'guess')).status).toBe(429);
});

test('an office behind one address that mistypes all day is never kept out', { timeout: 30_000 }, async () => {
  for (let time = 0; time < 900; time += 1) {
    const isTypo = time % 20 === 7;
    const { status } = await signIn(isTypo ? `name-${time}` : 'ada', isTypo ? 'adda' : 'ada-portico');
    expect(status).toBe(isTypo ? 401 : 200);
    server.clock.now += 20_000;
  }
});

test('whoever must wait for a name costs the others at the address nothing', async () => {
  for (let guess = 0; guess < 60; guess += 1) await signIn('ada', 'guess');
  expect((await signIn('ben', 'ben-portico')).status).toBe(200);
});

test('the cookie cannot be read by scripts, leaves only for its own site, and only over TLS but for the machine itself', async () => {
  expect(cookieOf(await signIn('ada', 'ada-portico'))).toMatch(/^portico_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(cookieOf(await signIn('ada', 'ada-portico', { 'X-Forwarded-Proto': 'https' }))).toContain('; Secure');
});

test('neither the token of a session nor a password stands in the database', async () => {
  const token = /=([\w-]+)/.exec(cookieOf(await signIn('ada', 'ada-portico')))?.[1] ?? '';
  const stored = JSON.stringify([
    await server.deps.database.selectFrom('sessions').selectAll().execute(),
    await server.deps.database.selectFrom('people').selectAll().execute(),
  ]);
  expect(token).not.toBe('');
  expect(stored).not.toContain(token);
  expect(stored).not.toContain('ada-portico');
});

test('a session in use goes on; one that rests for thirty days is over', async () => {
  const ada = await server.signIn('ada');
  for (let day = 0; day < 40; day += 10) {
    server.clock.now += 10 * 86_400_000;
    const answer = await ada.fetch(routes.changes);
    expect([answer.status, cookieOf(answer)]).toEqual([200, expect.stringContaining('Max-Age=2592000')]);
  }
  server.clock.now += 30 * 86_400_000 + 1;
  expect(await problemOf(await ada.fetch(routes.changes))).toEqual(problem(401, 'not-signed-in'));
});

test('signing out ends the session for the server, not only for the browser', async () => {
  const ada = await server.signIn('ada');
  expect((await ada.fetch(routes.session, { method: 'DELETE' })).status).toBe(200);
  expect(await problemOf(await ada.fetch(routes.changes))).toEqual(problem(401, 'not-signed-in'));
  expect(await (await ada.fetch(routes.session)).json()).toMatchObject({ person: null });
});

test('a request for another person than the session’s is refused before anything is done', async () => {
  const ada = await server.signIn('ada');
  const action = {
    v: 1,
    id: '01900000-0000-7000-8000-00000000ffff',
    kind: 'reply',
    subject: { kind: 'ticket', id: ticketIds.ada },
    at: 1,
    data: { text: 'x' },
  };
  const ask = (headers: Record<string, string>) =>
    ada.fetch(routes.actions, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ actions: [action] }) });
  expect(await problemOf(await ask({ [personHeader]: 'ben' }))).toEqual(problem(401, 'other-session'));
  expect(await problemOf(await ask({ [personHeader]: '' }))).toEqual(problem(401, 'other-session'));
  expect(await server.deps.database.selectFrom('receipts').selectAll().execute()).toEqual([]);
  expect((await ask({})).status).toBe(200);
});

test('an app that speaks an older version is told to update, before anything is done', async () => {
  const ada = await server.signIn('ada');
  for (const version of ['0', '-1', 'nonsense']) {
    expect(await problemOf(await ada.fetch(routes.changes, { headers: { [versionHeader]: version } }))).toEqual(problem(426, 'update-the-app'));
  }
});

test('a page on somebody else’s site can neither sign in, write nor sign out', async () => {
  const ada = await server.signIn('ada');
  for (const origin of ['https://evil.example', 'http://localhost.evil.example', 'http://localhost:81', 'null']) {
    expect(await problemOf(await signIn('ada', 'ada-portico', { Origin: origin }))).toEqual(problem(403, 'foreign-origin'));
    expect(await problemOf(await ada.fetch(routes.session, { method: 'DELETE', headers: { Origin: origin } }))).toEqual(problem(403, 'foreign-origin'));
    expect(await problemOf(await ada.fetch(routes.actions, { method: 'POST', headers: { ...json, Origin: origin }, body: '{}' }))).toEqual(
      problem(403, 'foreign-origin'),
    );
  }
  expect((await ada.fetch(routes.changes)).status).toBe(200);
});

test('a form cannot write: what it can send without asking is not JSON', async () => {
  const ada = await server.signIn('ada');
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
    expect(await problemOf(await ada.fetch(routes.actions, { method: 'POST', headers: { 'Content-Type': type }, body: '{"actions":[]}' }))).toEqual(
      problem(400, 'malformed'),
    );
  }
});

test('a password is told from any other, and each hash has its own salt', async () => {
  const cost = { memoryKib: 64, passes: 1 };
  const [one, two] = await Promise.all([hashPassword('pässword', cost), hashPassword('pässword', cost)]);
  expect(one).not.toBe(two);
  // The same word, written with a combining mark: what a keyboard on another system makes of it.
  expect([await isPassword('pa\u0308ssword', one), await isPassword('passwort', one), await isPassword('', one)]).toEqual([true, false, false]);
  expect(await isPassword('pässword', 'nonsense')).toBe(false);
});
