import { createHash, randomBytes } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { versionHeader } from '../../contract/routes.ts';
import type { TicketId } from '../../domain/ids.ts';
import { batchLimits, chunkBytes } from '../../contract/version.ts';
import { createServer } from '../app.ts';
import { smallOrganisation, ticketIds } from '../organisation.testing.ts';
import { openTestServer, type TestClient, type TestServer } from '../server.testing.ts';
import { apiRoutes } from './api-routes.ts';
import { openapiDocument } from './openapi-document.ts';

const document = openapiDocument();
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'document');

/** The document's own schema for an answer, as a client would read it: through the path, the method and the status. */
const validatorFor = (method: string, path: string, status: number): ValidateFunction => {
  const pointer = ['paths', path, method, 'responses', String(status), 'content', 'application/json', 'schema']
    .map((key) => encodeURIComponent(key.replaceAll('/', '~1')))
    .join('/');
  return ajv.compile({ $ref: `document#/${pointer}` });
};

const typesOf = (method: string, path: string): readonly string[] =>
  apiRoutes.flatMap((route) => (route.method === method && route.path === path ? route.answer.bodies.map(({ type }) => type) : []));

let server: TestServer;
let ada: TestClient;
beforeAll(async () => {
  server = await openTestServer({ organisation: smallOrganisation(Date.UTC(2026, 10, 24, 9)) });
  ada = await server.signIn('ada');
});
afterAll(() => server.close());

test('the document names every address that the backend answers, and no other', () => {
  const isApi = (path: string) => (path.startsWith('/api') && !path.includes('*')) || path === '/healthz';
  const registered = createServer(server.deps).routes.filter(({ method, path }) => method !== 'ALL' && isApi(path));
  const written = apiRoutes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(registered.map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`))).toEqual(new Set(written));
  expect(new Set(written).size).toBe(written.length);
});

test('everything that the document refers to is in it', () => {
  const referred = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name);
  expect(referred.length).toBeGreaterThan(20);
  for (const name of referred) expect(document.components.schemas).toHaveProperty(name);
});

test('every name of an operation is its own', () => {
  expect(new Set(apiRoutes.map(({ name }) => name)).size).toBe(apiRoutes.length);
});

test('every answer that the document promises was really given, and is as it says', async () => {
  const seen = new Set<string>();
  for (const { route, send } of await exchanges()) {
    const [method = '', path = ''] = route.split(' ');
    const response = await send();
    seen.add(`${route} ${response.status}`);
    const type = response.headers.get('Content-Type') ?? '';
    if (type !== 'application/json') {
      expect(typesOf(method, path), `${route} ${response.status}`).toContain(type === 'image/png' ? '*/*' : type);
      await response.body?.cancel();
      continue;
    }
    const validate = validatorFor(method, path, response.status);
    validate(await response.json());
    expect(validate.errors, `${route} ${response.status}`).toBe(null);
  }
  const promised = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) => Object.keys(responses).map((status) => `${method} ${path} ${status}`)),
  );
  // Only a fault of the backend itself cannot be asked for.
  expect(seen).toEqual(new Set(promised.filter((answer) => !answer.endsWith(' 503'))));
});

test('a whole organisation, as somebody reads it for the first time, is as the document says', async () => {
  const sample = await openTestServer();
  const reader = await sample.signIn('ada');
  const response = await reader.fetch('/api/changes');
  const validate = validatorFor('get', '/api/changes', 200);
  validate(await response.json());
  expect(validate.errors).toBe(null);
  await sample.close();
});

test('the document is strict enough to notice an answer that is wrong', () => {
  const validate = validatorFor('get', '/api/session', 200);
  expect(validate({ portico: 1, person: null, serverTime: 5 })).toBe(true);
  expect(validate({ portico: 1, serverTime: 5 })).toBe(false);
  expect(validate({ portico: 1, person: { id: 'ada' }, serverTime: 5 })).toBe(false);
  expect(validate({ portico: 2, person: null, serverTime: 5 })).toBe(false);
});

type Exchange = { readonly route: string; readonly send: () => Promise<Response> };

/** At least one request for every answer of every address. */
const exchanges = async (): Promise<readonly Exchange[]> => {
  const bytes = randomBytes(10);
  const file = { id: v7(), name: 'a.png', type: 'image/png', sizeBytes: 10, sha256: createHash('sha256').update(bytes).digest('hex') };
  const upload = `/api/files/${file.id}/upload`;
  return [
    ...guarded('post /api/actions', '/api/actions', json('POST', { actions: [] })),
    {
      route: 'post /api/actions',
      send: () =>
        ada.fetch('/api/actions', json('POST', { actions: [attachAction(file), attachAction({ ...file, id: v7(), type: 'text/html' }), replyAction()] })),
    },
    { route: 'post /api/actions', send: () => ada.fetch('/api/actions', json('POST', { actions: 'none' })) },
    { route: 'post /api/actions', send: () => ada.fetch('/api/actions', json('POST', { actions: ['x'.repeat(batchLimits.bytes * 9)] })) },
    { route: 'post /api/actions', send: () => ada.fetch('/api/actions', foreign('POST')) },
    { route: 'post /api/actions', send: () => ada.fetch('/api/actions', json('POST', { actions: Array.from({ length: 31 }, () => ({ kind: 'ask-chat' })) })) },

    ...guarded('get /api/changes', '/api/changes'),
    { route: 'get /api/changes', send: () => ada.fetch('/api/changes') },
    { route: 'get /api/changes', send: () => ada.fetch('/api/changes', { headers: { Accept: 'text/event-stream' } }) },
    { route: 'get /api/changes', send: () => ada.fetch('/api/changes?since=elsewhere:7') },

    ...guarded('post /api/signals', '/api/signals', json('POST', {})),
    { route: 'post /api/signals', send: () => ada.fetch('/api/signals', json('POST', { kind: 'typing', ticketId: ticketIds.ben })) },
    { route: 'post /api/signals', send: () => ada.fetch('/api/signals', json('POST', { kind: 'humming' })) },
    { route: 'post /api/signals', send: () => ada.fetch('/api/signals', foreign('POST')) },
    { route: 'post /api/signals', send: async () => ada.fetch('/api/signals', json('POST', { kind: 'typing', ticketId: await openChat() })) },

    { route: 'get /api/session', send: () => ada.fetch('/api/session') },
    { route: 'get /api/session', send: () => server.fetch('/api/session') },
    { route: 'post /api/session', send: () => server.fetch('/api/session', json('POST', { user: 'ben', password: 'ben-portico' })) },
    { route: 'post /api/session', send: () => server.fetch('/api/session', json('POST', { user: '' })) },
    { route: 'post /api/session', send: () => server.fetch('/api/session', foreign('POST')) },
    ...Array.from({ length: 8 }, () => ({
      route: 'post /api/session',
      send: () => server.fetch('/api/session', json('POST', { user: 'cleo', password: 'wrong' })),
    })),
    { route: 'delete /api/session', send: () => server.fetch('/api/session', { method: 'DELETE' }) },
    { route: 'delete /api/session', send: () => server.fetch('/api/session', foreign('DELETE')) },

    ...refusedToAnybody('/api/password/link'),
    ...Array.from({ length: 4 }, () => ({
      route: 'post /api/password/link',
      send: () => server.fetch('/api/password/link', json('POST', { email: 'nobody@example.org' })),
    })),
    ...refusedToAnybody('/api/password/holder'),
    { route: 'post /api/password/holder', send: () => server.fetch('/api/password/holder', json('POST', { token: 'none' })) },
    ...refusedToAnybody('/api/password'),
    { route: 'post /api/password', send: () => server.fetch('/api/password', json('POST', { token: 'none', password: 'a good long one' })) },

    { route: 'get /api/registrations', send: () => server.fetch('/api/registrations') },
    ...refusedToAnybody('/api/registrations'),
    ...Array.from({ length: 11 }, () => ({
      route: 'post /api/registrations',
      send: () => server.fetch('/api/registrations', json('POST', { action: registerAction() })),
    })),
    ...refusedToAnybody('/api/registrations/state'),
    { route: 'post /api/registrations/state', send: () => server.fetch('/api/registrations/state', json('POST', { id: v7(), secret: 'none' })) },

    ...guarded('get /api/files/{id}/upload', upload),
    { route: 'get /api/files/{id}/upload', send: () => ada.fetch(upload) },
    { route: 'get /api/files/{id}/upload', send: () => ada.fetch(`/api/files/${v7()}/upload`) },
    ...guarded('put /api/files/{id}/upload', `${upload}?offset=0`, octets(bytes)),
    { route: 'put /api/files/{id}/upload', send: () => ada.fetch(upload, octets(bytes)) },
    { route: 'put /api/files/{id}/upload', send: () => ada.fetch(`${upload}?offset=0`, octets(randomBytes(chunkBytes + 1))) },
    { route: 'put /api/files/{id}/upload', send: () => ada.fetch(`${upload}?offset=0`, octets(randomBytes(10))) },
    { route: 'put /api/files/{id}/upload', send: () => ada.fetch(`/api/files/${v7()}/upload?offset=0`, octets(bytes)) },
    { route: 'put /api/files/{id}/upload', send: () => ada.fetch(`${upload}?offset=0`, foreign('PUT')) },
    { route: 'put /api/files/{id}/upload', send: () => ada.fetch(`${upload}?offset=0`, octets(bytes)) },

    ...guarded('get /api/files/{id}', `/api/files/${file.id}`),
    { route: 'get /api/files/{id}', send: () => ada.fetch(`/api/files/${file.id}`) },
    { route: 'get /api/files/{id}', send: () => ada.fetch(`/api/files/${v7()}`) },

    { route: 'get /api/openapi.json', send: () => server.fetch('/api/openapi.json') },
    { route: 'get /healthz', send: () => server.fetch('/healthz') },
  ];
};

/** What every address that is for a person says to nobody, to somebody else and to a portal that is too old. */
const guarded = (route: string, path: string, init: RequestInit = {}): readonly Exchange[] => [
  { route, send: () => server.fetch(path, init) },
  { route, send: () => ada.fetch(path, { ...init, headers: { ...init.headers, 'Portico-Person': 'ben' } }) },
  { route, send: () => ada.fetch(path, { ...init, headers: { ...init.headers, [versionHeader]: '0' } }) },
];

/** What an address that asks for no session refuses. */
const refusedToAnybody = (path: string): readonly Exchange[] => [
  { route: `post ${path}`, send: () => server.fetch(path, json('POST', {})) },
  { route: `post ${path}`, send: () => server.fetch(path, foreign('POST')) },
];

const json = (method: string, body: unknown): RequestInit => ({ method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const octets = (bytes: Uint8Array): RequestInit => ({ method: 'PUT', headers: { 'Content-Type': 'application/octet-stream' }, body: new Uint8Array(bytes) });
const foreign = (method: string): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example' },
  ...(method === 'DELETE' ? {} : { body: '{}' }),
});

const onAdasTicket = { v: 1, subject: { kind: 'ticket', id: ticketIds.ada }, at: 0 };
const attachAction = (file: { readonly id: string; readonly type: string }) => ({
  ...onAdasTicket,
  id: file.id,
  kind: 'attach',
  data: { file, questionId: null },
});
const replyAction = () => ({ ...onAdasTicket, id: v7(), kind: 'reply', data: { text: 'Thank you' } });
const registerAction = () => ({
  v: 1,
  id: v7(),
  kind: 'register',
  subject: { kind: 'registration', id: v7() },
  at: 0,
  data: { name: 'Zoë', email: 'zoe@example.org', partitionId: 'council', phone: '', reason: 'To ask', secretHash: 'a'.repeat(64) },
});

/** A chat that Ada and Gus are in. */
const openChat = async (): Promise<TicketId> => {
  const ticketId = v7() as TicketId;
  await server.deps.database
    .insertInto('chats')
    .values({
      ticket_id: ticketId,
      partition_id: 'council',
      requester_id: 'ada',
      requester_name: 'Ada',
      state: 'open',
      asked_at: 0,
      waits_since: 0,
      answered_at: 1,
      analyst_id: 'gus',
    })
    .execute();
  return ticketId;
};
