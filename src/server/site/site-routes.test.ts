import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import * as v from 'valibot';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { porticoJsonSchema } from '../../contract/portico-json.ts';
import { createServer } from '../app.ts';
import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { testDeps } from '../server.testing.ts';

let folder = '';
const dist = (): string => join(folder, 'dist');
const script = 'export const greeting = "Good morning";\n'.repeat(100);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-site-'));
  await writeFile(join(folder, 'secret.txt'), 'the secret');
  await mkdir(join(dist(), 'assets'), { recursive: true });
  await mkdir(join(dist(), '.vite'));
  await writeFile(join(dist(), 'index.html'), '<!doctype html><title>Portal</title>');
  await writeFile(join(dist(), 'sw.js'), '// worker');
  await writeFile(join(dist(), '.vite/manifest.json'), '{}');
  await writeFile(join(dist(), 'assets/main-4f2a.js'), script);
  await symlink(join(folder, 'secret.txt'), join(dist(), 'assets/link.txt'));
});
afterEach(() => rm(folder, { recursive: true }));

const database = openMemoryDatabase();
afterAll(() => database.destroy());

const site = (settings: object = {}): Hono =>
  createServer(testDeps(database, { site: { distFolder: dist(), porticoJson: v.parse(porticoJsonSchema, settings) } }));
const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test('hashed assets are kept for ever; the page and the worker are asked about each time', async () => {
  const app = site();
  const cacheControlOf = async (path: string) => (await app.request(path)).headers.get('Cache-Control');
  expect(await cacheControlOf('/assets/main-4f2a.js')).toBe('public, max-age=31536000, immutable');
  for (const path of ['/', '/index.html', '/sw.js', '/portico.json', '/manifest.webmanifest']) expect(await cacheControlOf(path), path).toBe('no-cache');
});

test('what the browser has already is not sent again', async () => {
  const app = site();
  const etag = (await app.request('/')).headers.get('ETag') ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await app.request('/', { headers: { 'If-None-Match': known } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  }
  expect((await app.request('/', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
});

test('a screen of the portal can be opened at its own address', async () => {
  const screen = await site().request('/tickets/0198c5a4-0000-7000-8000-000000000001', { headers: browser });
  expect(screen.status).toBe(200);
  expect(await screen.text()).toContain('<title>Portal</title>');
});

test('what the backend does not know is its own "not found", never the page', async () => {
  const answer = await site().request('/api/nothing', { headers: browser });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ portico: 1, problem: { kind: 'not-found' } });
});

test('a missing script is a 404, never the page with the wrong type', async () => {
  const app = site();
  expect((await app.request('/assets/main-0000.js', { headers: browser })).status).toBe(404);
  expect((await app.request('/sw-old.js', { headers: { Accept: '*/*' } })).status).toBe(404);
});

test('a script is compressed as the browser can read it, and is the same when it is unpacked', async () => {
  const app = site();
  const fetched = (encoding: string) => app.request('/assets/main-4f2a.js', { headers: { 'Accept-Encoding': encoding } });
  const brotli = await fetched('gzip, deflate, br');
  expect(brotli.headers.get('Content-Encoding')).toBe('br');
  expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(script);
  const gzip = await fetched('gzip');
  expect(gzip.headers.get('Content-Encoding')).toBe('gzip');
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(script);
  const plain = await fetched('identity');
  expect(plain.headers.get('Content-Encoding')).toBe(null);
  expect(await plain.text()).toBe(script);
  expect(new Set([brotli, gzip, plain].map(({ headers }) => headers.get('ETag'))).size).toBe(3);
  expect(brotli.headers.get('Vary')).toBe('Accept-Encoding');
});

test('the same page asked for by many at once is packed once and whole for each', async () => {
  const app = site();
  const answers = await Promise.all(Array.from({ length: 20 }, async () => app.request('/assets/main-4f2a.js', { headers: { 'Accept-Encoding': 'br' } })));
  for (const answer of answers) expect(brotliDecompressSync(await answer.arrayBuffer()).toString()).toBe(script);
});

test('everything carries the security headers, errors and the missing included', async () => {
  const app = site();
  for (const path of ['/', '/assets/main-4f2a.js', '/portico.json', '/nowhere.png', '/api/session', '/api/changes', '/healthz']) {
    const { headers } = await app.request(path);
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
    expect(headers.get('Content-Security-Policy'), path).toBe(
      "default-src 'self'; img-src 'self' blob: data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    );
    for (const name of ['Referrer-Policy', 'Permissions-Policy', 'Cross-Origin-Opener-Policy']) expect(headers.has(name), `${path} ${name}`).toBe(true);
  }
});

test('a backend and a logo elsewhere are let through by the policy, and only their origins', async () => {
  const settings = { backend: { address: 'https://desk.example/api-root' }, brand: { logo: 'https://pictures.example/logo.svg' } };
  const policy = (await site(settings).request('/')).headers.get('Content-Security-Policy');
  expect(policy).toContain("connect-src 'self' https://desk.example;");
  expect(policy).toContain("img-src 'self' blob: data: https://pictures.example;");
});

test('portico.json and the manifest are made from the settings of the deployment', async () => {
  const app = site({ name: 'Riverside' });
  expect(await (await app.request('/portico.json')).json()).toMatchObject({ name: 'Riverside' });
  const manifest = await app.request('/manifest.webmanifest');
  expect(manifest.headers.get('Content-Type')).toBe('application/manifest+json');
  expect(await manifest.json()).toMatchObject({ name: 'Riverside', start_url: '/' });
});

test('what is hidden or a link in the folder is not part of the site', async () => {
  const app = site();
  expect((await app.request('/.vite/manifest.json')).status).toBe(404);
  expect((await app.request('/assets/link.txt')).status).toBe(404);
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..\\secret.txt',
  '/%2e%2e%5csecret.txt',
  '//secret.txt',
  '/assets/%252e%252e/%252e%252e/secret.txt',
  '/%00../secret.txt',
])('no path leads out of the folder: %s', async (path) => {
  const answer = await sendRaw(site(), path);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
  expect(answer).not.toContain('the secret');
});

test('a portal that is not built says how to build it, and is there once it is', async () => {
  const index = join(dist(), 'index.html');
  await rm(index);
  const app = site();
  const answer = await app.request('/', { headers: browser });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('npm run build');
  await writeFile(index, '<!doctype html><title>Portal</title>');
  expect((await app.request('/', { headers: browser })).status).toBe(200);
});

test('a build that runs meanwhile leaves no half portal', async () => {
  const app = site();
  await app.request('/');
  await rm(dist(), { recursive: true });
  expect(await (await app.request('/assets/main-4f2a.js')).text()).toBe(script);
});

/** As no browser would send it: over a bare socket, where nobody tidies the path first. */
const sendRaw = async (app: Hono, path: string): Promise<string> => {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  await new Promise((resolve) => server.close(resolve));
  return answer;
};
