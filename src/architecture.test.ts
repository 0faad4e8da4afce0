/** Who may import whom. Everything that the table does not allow is forbidden, and types count like values. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Names that end in a slash are folders of src and in `.ts` files; the others are packages, with `*` for all that begin so. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'domain/': [],
  'i18n/': ['solid-js'],
  'contract/': ['domain/', 'valibot'],
  'store/': ['domain/', 'contract/', 'dexie', 'valibot'],
  'actions/': ['domain/', 'contract/', 'store/', 'dexie'],
  'backends/': ['domain/', 'contract/', 'ky', 'valibot'],
  'sync/': ['domain/', 'contract/', 'store/', 'backends/backend.ts'],
  'ui/': ['i18n/', 'solid-js'],
  'app-context.ts': ['domain/', 'contract/', 'store/', 'actions/', 'backends/backend.ts', 'solid-js'],
  'ticket-parts/': ['domain/', 'contract/', 'actions/', 'store/', 'ui/', 'i18n/', 'app-context.ts', 'solid-js', '@solidjs/router'],
  'portal/': ['domain/', 'contract/', 'actions/', 'store/', 'ticket-parts/', 'ui/', 'i18n/', 'app-context.ts', 'solid-js', '@solidjs/router', 'dompurify'],
  'desk/': ['domain/', 'contract/', 'actions/', 'store/', 'ticket-parts/', 'ui/', 'i18n/', 'app-context.ts', 'solid-js', '@solidjs/router'],
  'admin/': ['domain/', 'contract/', 'actions/', 'store/', 'ticket-parts/', 'ui/', 'i18n/', 'app-context.ts', 'solid-js', '@solidjs/router', 'papaparse'],
  'service-worker/': ['domain/', 'contract/', 'store/', 'sync/', 'backends/', 'valibot', 'workbox-*'],
  'server/': ['domain/', 'contract/', 'node:*', 'hono', '@hono/node-server', 'kysely', 'nodemailer', 'pg', 'valibot', '@valibot/to-json-schema', 'uuid'],
  'commands/': [
    'domain/',
    'contract/',
    'store/',
    'actions/',
    'sync/',
    'backends/',
    'server/',
    'node:*',
    'solid-js',
    'uuid',
    'valibot',
    'vite',
    'vite-plugin-solid',
    'terser',
    '@playwright/test',
  ],
};

/** The page is put together in the files of src itself: they may know every room of the client, and no other world. */
const roomsOfTheClient = [
  'domain/',
  'contract/',
  'store/',
  'actions/',
  'sync/',
  'backends/',
  'ui/',
  'i18n/',
  'ticket-parts/',
  'portal/',
  'desk/',
  'admin/',
  'app-context.ts',
];
const forPuttingTogether = [...roomsOfTheClient, 'solid-js', '@solidjs/router', 'valibot', 'workbox-window'];

/** Screens write through actions and read live: of the store they may name the shapes of rows, and run only these. */
const readsOfScreens = /^store\/observe\//;

type Import = { readonly from: string; readonly to: string; readonly isPackage: boolean; readonly typesOnly: boolean };

const isTest = (path: string): boolean => /\.(test|testing)\./.test(path);

const houseOf = (path: string): string | undefined => Object.keys(mayImport).find((house) => isIn(path, house));

const isIn = (path: string, house: string): boolean => path === house || (house.endsWith('/') && path.startsWith(house));

const isAllowed = ({ from, to, isPackage, typesOnly }: Import): boolean => {
  const house = houseOf(from);
  const allowed = house === undefined ? forPuttingTogether : (mayImport[house] ?? []);
  if (isPackage) return allowed.some((name) => isFromPackage(to, name));
  if (isTest(to)) return false;
  if (house === 'backends/' && to.startsWith('backends/')) return knowsBackend(from, to);
  if (isScreen(from) && to.startsWith('store/') && !readsOfScreens.test(to)) return typesOnly;
  return houseOf(to) === house || allowed.some((room) => isIn(to, room));
};

const isScreen = (path: string): boolean => /^(portal|desk|ticket-parts)\//.test(path);

/** An adapter knows the interface, how to ask by HTTP, and itself, never a sibling; the chooser beside them knows all. */
const knowsBackend = (from: string, to: string): boolean => forEveryAdapter.has(to) || dirname(from) === 'backends' || dirname(from) === dirname(to);
const forEveryAdapter: ReadonlySet<string> = new Set(['backends/backend.ts', 'backends/send-request.ts', 'backends/read-answer.ts', 'backends/place-news.ts']);

const isFromPackage = (to: string, name: string): boolean => (name.endsWith('*') ? to.startsWith(name.slice(0, -1)) : to === name || to.startsWith(`${name}/`));

const importsOf = (path: string, text: string): readonly Import[] =>
  [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm)].map(([, types, named, lazy]) => {
    const specifier = named ?? lazy ?? '';
    const isPackage = !specifier.startsWith('.');
    return { from: path, to: isPackage ? specifier : join(dirname(path), specifier), isPackage, typesOnly: types !== undefined };
  });

const strays = (path: string, text: string): readonly string[] =>
  importsOf(path, text)
    .filter((imported) => !isAllowed(imported))
    .map(({ to }) => `${path} imports ${to}`);

const sources = globSync('**/*.{ts,tsx,mjs}', { cwd: import.meta.dirname })
  .filter((path) => !isTest(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') }));

test('every file imports only what its house may', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap(({ path, text }) => strays(path, text))).toEqual([]);
});

describe('the guard bites', () => {
  test.each([
    ['domain/ticket.ts', `import { liveQuery } from 'dexie';`],
    ['domain/ticket.ts', `import type { OutboxRow } from '../store/outbox-db.ts';`],
    ['domain/ticket.ts', `import {\n  perform,\n  type Deps,\n} from '../actions/perform.ts';`],
    ['portal/home/home-page.tsx', `import { createSyncLoop } from '../../sync/sync-loop.ts';`],
    ['portal/home/home-page.tsx', `import { openOutboxDb } from '../../store/outbox-db.ts';`],
    ['portal/home/home-page.tsx', `import { DeskPage } from '../../desk/desk-page.tsx';`],
    ['portal/home/home-page.tsx', `const page = import('../../server/app.ts');`],
    ['store/cache.ts', `export { createSyncLoop } from '../sync/sync-loop.ts';`],
    ['sync/sync-loop.ts', `import { createPortalHttpBackend } from '../backends/portal-http/portal-http-backend.ts';`],
    ['backends/other/other-backend.ts', `import { classifyAnswer } from '../portal-http/classify-answer.ts';`],
    ['server/app.ts', `import { anAction } from '../domain/builders.testing.ts';`],
    ['ui/dialog.tsx', `import '../portal/home/home.css';`],
    ['app.tsx', `import { createServer } from './server/app.ts';`],
    ['main.tsx', `import { readFileSync } from 'node:fs';`],
  ])('%s: %s', (path, text) => {
    expect(strays(path, text)).toHaveLength(1);
  });

  test.each([
    ['portal/home/home-page.tsx', `import type { DraftRow } from '../../store/outbox-db.ts';`],
    ['portal/home/home-page.tsx', `import { observeDrafts } from '../../store/observe/drafts.ts';`],
    ['server/app.ts', `import { cors } from 'hono/cors';`],
    ['service-worker/service-worker.ts', `import { registerRoute } from 'workbox-routing';`],
  ])('but not on what is allowed: %s: %s', (path, text) => {
    expect(importsOf(path, text)).toHaveLength(1);
    expect(strays(path, text)).toEqual([]);
  });
});

const impure =
  /\b(Date|Math\.random|fetch|setTimeout|setInterval|console|process|crypto|window|document|navigator|localStorage|performance|async|await|Promise)\b(?!['-])/g;

const impurities = (text: string): readonly string[] => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '').match(impure) ?? [];

test('domain is pure: it reads no clock, draws no lots, waits for nothing and knows no world', () => {
  const found = sources.filter(({ path }) => path.startsWith('domain/')).flatMap(({ path, text }) => impurities(text).map((word) => `${path} says ${word}`));
  expect(found).toEqual([]);
  expect(impurities('const now = () => new Date(); /* Date */ const lot = Math.random();')).toEqual(['Date', 'Math.random']);
});

/** Dexie keeps a transaction open through awaits only if it sees that its scope is `async`: else half of it may be committed. */
const openScopes = (text: string): readonly string[] =>
  [...text.matchAll(/\.transaction\(\s*'rw?'/g)].map(({ index }) => callAt(text, index)).filter((call) => !/\basync\b/.test(call));

/** From the dot to the parenthesis that closes the call. */
const callAt = (text: string, from: number): string => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && (depth -= 1) === 0) return text.slice(from, at + 1);
  }
  return text.slice(from);
};

test('a transaction waits in an async scope, or it may be committed before its end', () => {
  expect(sources.flatMap(({ path, text }) => openScopes(text).map((scope) => `${path}: ${scope}`))).toEqual([]);
  expect(openScopes(`outbox.transaction('rw', outbox.files, () => dropFile(outbox, id))`)).toHaveLength(1);
  expect(openScopes(`outbox.transaction('rw', tables, task) as Promise<Value>; const later = async () => 1;`)).toHaveLength(1);
  expect(openScopes(`outbox.transaction('rw', outbox.files, async () => dropFile(outbox, id))`)).toEqual([]);
});

test('the table in docs/architecture.md is this one', () => {
  const docs = readFileSync(join(import.meta.dirname, '..', 'docs', 'architecture.md'), 'utf8');
  const rows = Object.entries(mayImport).map(([house, allowed]) => `| ${plain(house)} | ${allowed.map(plain).join(', ') || 'nothing'} |`);
  expect(docs.split('\n')).toEqual(expect.arrayContaining(rows));
});

const plain = (name: string): string => name.replace(/\/$/, '');
