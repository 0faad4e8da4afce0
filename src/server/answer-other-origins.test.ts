import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestServer, type TestServer } from './server.testing.ts';

const portal = 'https://portal.example.org';
let server: TestServer;
beforeEach(async () => {
  server = await openTestServer({ deps: { extraOrigins: [portal] } });
});
afterEach(() => server.close());

const asked = (origin: string) =>
  server.fetch('/api/files/x/upload', {
    method: 'OPTIONS',
    headers: { Origin: origin, 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'content-type,portico-person,portico-version' },
  });

test('a portal on a static host of its own may ask with a session, where its origin is named', async () => {
  const { headers } = await asked(portal);
  expect(headers.get('Access-Control-Allow-Origin')).toBe(portal);
  expect(headers.get('Access-Control-Allow-Credentials')).toBe('true');
  expect(headers.get('Access-Control-Allow-Methods')?.split(',')).toContain('PUT');
  const allowed = headers.get('Access-Control-Allow-Headers')?.toLowerCase().split(',');
  for (const name of ['content-type', 'portico-person', 'portico-version']) expect(allowed).toContain(name);
});

test('it can read refusals too: a 401 that scripts cannot see would look like a broken network', async () => {
  const answer = await server.fetch('/api/changes', { headers: { Origin: portal } });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(portal);
  expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
});

test('pages of any other origin can neither ask nor read', async () => {
  for (const origin of ['https://evil.example', 'https://portal.example.org.evil.example', 'null']) {
    expect((await asked(origin)).headers.get('Access-Control-Allow-Origin'), origin).toBe(null);
    expect((await server.fetch('/api/session', { headers: { Origin: origin } })).headers.get('Access-Control-Allow-Origin'), origin).toBe(null);
  }
});
