import { serve } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { porticoJsonSchema } from '../../contract/portico-json.ts';
import { createFront } from './create-front.ts';

/** Request Tracker, as far as it is asked: what came to it, and what it sends back. */
let heard: { readonly request: IncomingMessage; readonly body: string }[] = [];
/** What it answers with. */
let sent = { type: 'application/json', status: 200 };
let server: Server;
let front: ReturnType<typeof createFront>;
beforeEach(async () => {
  heard = [];
  sent = { type: 'application/json', status: 200 };
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      heard.push({ request, body });
      response.setHeader('Set-Cookie', ['RT_SID_desk.443=abc; path=/; HttpOnly', 'other=1']);
      response.statusCode = sent.status;
      response.setHeader('Content-Type', sent.type);
      response.setHeader('X-Powered-By', 'perl');
      response.end(JSON.stringify({ asked: request.url, long: 'x'.repeat(2_000) }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const target = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  const porticoJson = v.parse(porticoJsonSchema, { backend: { kind: 'request-tracker' } });
  front = createFront({ site: { distFolder: '/nowhere', porticoJson }, target, log: () => undefined });
});
afterEach(() => server.close());

const ask = async (path: string, init: RequestInit = {}): Promise<Response> => front.fetch(new Request(`http://portal.example${path}`, init));
const write = (headers: Record<string, string>) => ({
  method: 'POST',
  body: '{}',
  headers: { Host: 'portal.example', Cookie: 'RT_SID_desk.443=abc', 'Content-Type': 'application/json', ...headers },
});
/** What came to it, but for being asked who is there. */
const written = () => heard.filter(({ request }) => request.url !== '/REST/2.0/rt');

test('the browser and its other cookies are hidden: for one, "not signed in" would be a page', async () => {
  await ask('/REST/2.0/tickets?query=id%3E0', {
    headers: { 'User-Agent': 'Mozilla/5.0', Cookie: 'theme=dark; RT_SID_desk.443=abc; portico=1', Referer: 'http://portal.example/tickets' },
  });
  expect(heard[0]?.request.url).toBe('/REST/2.0/tickets?query=id%3E0');
  expect(heard[0]?.request.headers).toMatchObject({ 'user-agent': 'portico', cookie: 'RT_SID_desk.443=abc' });
  expect(heard[0]?.request.headers).not.toHaveProperty('referer');
});

test('its cookie comes back for this site alone, out of reach of scripts, over TLS alone where the portal is; no other comes', async () => {
  expect((await ask('/REST/2.0/tickets')).headers.getSetCookie()).toEqual(['RT_SID_desk.443=abc; Path=/; HttpOnly; SameSite=Lax']);
  const secure = await ask('/REST/2.0/tickets', { headers: { 'X-Forwarded-Proto': 'https' } });
  expect(secure.headers.getSetCookie()).toEqual(['RT_SID_desk.443=abc; Path=/; HttpOnly; SameSite=Lax; Secure']);
  expect(secure.headers.has('X-Powered-By')).toBe(false);
});

test('a page of another origin cannot write in somebody’s name, whatever it says it sends', async () => {
  for (const type of ['application/json', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
    expect((await ask('/REST/2.0/ticket', write({ Origin: 'https://evil.example', 'Content-Type': type }))).status).toBe(403);
  expect((await ask('/REST/2.0/ticket', write({ Origin: 'http://portal.example', 'Content-Type': 'text/plain' }))).status).toBe(400);
  expect(heard).toEqual([]);
  expect((await ask('/REST/2.0/ticket', write({ Origin: 'http://portal.example' }))).status).toBe(200);
  expect(written()[0]?.body).toBe('{}');
});

test('nothing but the interface and the way in and out can be reached', async () => {
  for (const path of ['/NoAuth/js/x.js', '/Admin/', '/SelfService/', '/REST/1.0/ticket/1']) await ask(path, { headers: { Accept: 'text/html' } });
  expect((await ask('/REST/2.0/ticket/1', { method: 'DELETE', headers: { Host: 'portal.example', 'Content-Type': 'application/json' } })).status).toBe(404);
  expect((await ask('/NoAuth/Login.html')).status).toBe(404);
  expect(heard).toEqual([]);
});

test('of the interface, only what the portal asks can be reached, and no path leads out of it', async () => {
  const asked = [
    'queues/all',
    'queue/3',
    'customfield/8?category=a',
    'ticket/1',
    'transactions',
    'attachments',
    'attachment/5',
    'articles',
    'user/ada%40x.example',
  ];
  for (const path of asked) expect([path, (await ask(`/REST/2.0/${path}`)).status]).toEqual([path, 200]);
  heard = [];
  const others = [
    'download/cf/31',
    'rt',
    'users',
    'groups',
    'ticket/1/comment',
    'ticket/1/history',
    'user/..%2f..%2fSelfService',
    'user/%2e%2e',
    'user/..',
    '..%2f..%2fSelfService/index.html',
    'ticket/1%5c..',
  ];
  for (const path of others) expect([path, (await ask(`/REST/2.0/${path}`)).status]).toEqual([path, 404]);
  expect((await ask('/REST/2.0/ticket/1/comment', write({ Origin: 'http://portal.example' }))).status).toBe(404);
  expect(heard).toEqual([]);
});

test('of a ticket nothing but its status and its priority can be changed, whatever its requestor may change in Request Tracker', async () => {
  const change = (body: unknown) => ask('/REST/2.0/ticket/1', { ...write({ Origin: 'http://portal.example' }), method: 'PUT', body: JSON.stringify(body) });
  for (const other of [{ Requestor: ['eve'] }, { Status: 'open', Cc: ['eve@evil.example'] }, { MergeInto: 2 }, { Subject: 'x' }, 'x'])
    expect((await change(other)).status).toBe(400);
  expect(written()).toEqual([]);
  expect((await change({ Status: 'resolved', Priority: 80 })).status).toBe(200);
  expect(written()[0]?.body).toBe('{"Status":"resolved","Priority":80}');
});

test('a file is passed on whole, and one that is larger than any may be is not', async () => {
  const file = 'x'.repeat(3_000_000);
  const sendFile = (body: BodyInit, headers: Record<string, string> = {}) =>
    ask('/REST/2.0/ticket/1/correspond', { ...write({ Origin: 'http://portal.example', ...headers }), body });
  expect((await sendFile(file, { 'Content-Length': String(file.length) })).status).toBe(200);
  expect(written()[0]?.body).toBe(file);
  expect((await sendFile('x', { 'Content-Length': '40000001' })).status).toBe(413);
});

test('nothing of a body is read for somebody who is not signed in, however it comes', async () => {
  sent = { type: 'application/json', status: 401 };
  let isRead = false;
  const body = new ReadableStream(
    {
      pull: (controller) => {
        isRead = true;
        controller.enqueue(new Uint8Array(1_000));
      },
    },
    { highWaterMark: 0 },
  );
  const send = (headers: Record<string, string>) =>
    ask('/REST/2.0/ticket', { ...write({ Origin: 'http://portal.example', ...headers }), body, duplex: 'half' } as RequestInit);
  expect((await send({})).status).toBe(401);
  expect(isRead).toBe(false);
  expect(written()).toEqual([]);
});

test('a person signs in through a real server, whose requests say how long they are', async () => {
  const listening = serve({ fetch: front.fetch, port: 0, hostname: '127.0.0.1' });
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const signedIn = await fetch(`${origin}/NoAuth/Login.html`, {
    method: 'POST',
    body: new URLSearchParams({ user: 'ada', pass: 'a!b' }),
    headers: { Origin: origin },
  });
  expect(signedIn.status).toBe(204);
  expect(heard.map(({ request, body }) => [request.method, request.url, request.headers['content-length'], body])).toEqual([
    ['POST', '/NoAuth/Login.html', '19', 'user=ada&pass=a%21b'],
    ['GET', '/REST/2.0/rt', undefined, ''],
  ]);
  listening.close();
});

test('what is no data never comes back: it could be a page, or a script, of the portal’s own origin', async () => {
  sent = { type: 'text/xsl', status: 200 };
  expect((await ask('/REST/2.0/attachment/5')).status).toBe(503);
  sent = { type: 'text/html', status: 401 };
  const page = await ask('/REST/2.0/tickets');
  expect([page.status, await page.text(), page.headers.get('Content-Type')]).toEqual([401, '', null]);
});

test('signing in brings the cookie and not the page that comes with it', async () => {
  const form = { method: 'POST', body: new URLSearchParams({ user: 'ada', pass: 'x' }), headers: { Host: 'portal.example', Origin: 'http://portal.example' } };
  const answer = await ask('/NoAuth/Login.html', form);
  expect([answer.status, await answer.text()]).toEqual([204, '']);
  expect(answer.headers.getSetCookie()).toHaveLength(1);
});

const signIn = (user: string, pass: string): Promise<Response> =>
  ask('/NoAuth/Login.html?user=ben&pass=ben', {
    method: 'POST',
    body: new URLSearchParams({ user, pass, next: 'elsewhere' }),
    headers: { Host: 'portal.example', Origin: 'http://portal.example' },
  });

test('Request Tracker counts no guesses: guessing one person’s password gets slow all the same, however the name is written', async () => {
  sent = { type: 'application/json', status: 401 };
  for (const name of ['ada', 'Ada', ' ada', 'ADA ', 'ada']) expect((await signIn(name, 'guess')).status).toBe(204);
  const asked = heard.length;
  const slowed = await signIn('ada', 'right');
  expect([slowed.status, slowed.headers.get('Retry-After')]).toEqual([429, '5']);
  expect(heard).toHaveLength(asked);
  expect((await signIn('ben', 'right')).status).toBe(204);
});

test('noughts before the number of a user are no other name', async () => {
  sent = { type: 'application/json', status: 401 };
  for (const name of ['45', '045', '0045', '000045', '00045']) expect((await signIn(name, 'guess')).status).toBe(204);
  expect((await signIn('0000000045', 'guess')).status).toBe(429);
});

test('who knows the password is never slowed down', async () => {
  for (let time = 0; time < 40; time += 1) expect((await signIn('ada', 'right')).status).toBe(204);
});

test('nothing but a name and a password is tried', async () => {
  await signIn(' ada', 'x');
  expect(heard[0]).toMatchObject({ request: { url: '/NoAuth/Login.html' }, body: 'user=+ada&pass=x' });
});

test('a page that came without TLS is a foreign one where the portal is behind it', async () => {
  const asSecure = (origin: string) => ask('/REST/2.0/ticket', write({ Origin: origin, 'X-Forwarded-Proto': 'https' }));
  expect((await asSecure('http://portal.example')).status).toBe(403);
  expect((await asSecure('https://portal.example')).status).toBe(200);
});

test('a long list is compressed, which Request Tracker does not do', async () => {
  expect((await ask('/REST/2.0/tickets', { headers: { 'Accept-Encoding': 'gzip' } })).headers.get('Content-Encoding')).toBe('gzip');
});

test('when it cannot be reached, that is said as something to wait for', async () => {
  server.close();
  await once(server, 'close');
  expect((await ask('/REST/2.0/tickets')).status).toBe(503);
});
