/** What the built portal weighs on the wire, read from the build's own list of chunks. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import * as v from 'valibot';
import type { Part } from './site-parts.ts';

const names = v.optional(v.array(v.string()), []);
const chunkSchema = v.object({ name: v.optional(v.string()), file: v.string(), css: names, imports: names, dynamicImports: names });
const manifestSchema = v.record(v.string(), chunkSchema);
type Manifest = v.InferOutput<typeof manifestSchema>;

export type SiteSizes = {
  /** Files by what they are needed for, each set holding the one before it. */
  readonly firstPaint: ReadonlySet<string>;
  readonly home: ReadonlySet<string>;
  readonly employee: ReadonlySet<string>;
  /** What whoever has no session loads besides, once in a while: to set a password, or to register. */
  readonly frontDoor: ReadonlySet<string>;
  /** What whoever may chat loads besides. */
  readonly chat: ReadonlySet<string>;
  /** What an employee of a deployment in front of Request Tracker loads besides. */
  readonly requestTracker: ReadonlySet<string>;
};

/** With the desk's own rules, which come where one of them was used on this device, and the language that only tests ask for. */
const notForEmployees = /^src\/(desk\/|admin\/|store\/observe\/stored-at-desk|i18n\/pseudo)/;
/** Loaded by whoever is not signed in: weighed by itself. */
const frontDoor = /^src\/(front-door\.ts|portal\/front-door\/)/;
/** Loaded only in front of that backend: it is weighed by itself. */
const requestTracker = /^src\/(backends\/request-tracker\/|contract\/request-tracker)/;

export const readSite = (folder: string): SiteSizes => {
  const manifest = v.parse(manifestSchema, JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')));
  const page = keyOfPart(manifest, 'page');
  const home = keyOfPart(manifest, 'home');
  // Loaded only where a partition chats: it is weighed by itself.
  const chat = Object.keys(manifest).filter((name) => manifest[name]?.name === ('chat' satisfies Part));
  const everything = reach(manifest, [page], (chunk) => [
    ...chunk.imports,
    ...chunk.dynamicImports.filter((name) => ![notForEmployees, frontDoor, requestTracker].some((others) => others.test(name)) && !chat.includes(name)),
  ]);
  const adapters = Object.keys(manifest).filter((name) => requestTracker.test(name));
  const besides = (start: readonly string[]): ReadonlySet<string> =>
    new Set([...reach(manifest, start, ({ imports }) => imports)].filter((name) => !everything.has(name)));
  return {
    firstPaint: withPage(
      filesOf(
        manifest,
        reach(manifest, [page], ({ imports }) => imports),
      ),
    ),
    home: withPage(
      filesOf(
        manifest,
        reach(manifest, [page, home], ({ imports }) => imports),
      ),
    ),
    employee: withPage(filesOf(manifest, everything)),
    frontDoor: filesOf(manifest, besides(Object.keys(manifest).filter((name) => frontDoor.test(name)))),
    chat: filesOf(manifest, besides(chat)),
    requestTracker: filesOf(manifest, besides(adapters)),
  };
};

const withPage = (files: ReadonlySet<string>): ReadonlySet<string> => new Set(['index.html', ...files]);

const keyOfPart = (manifest: Manifest, part: Part): string => {
  const key = Object.keys(manifest).find((name) => manifest[name]?.name === part);
  if (key === undefined) throw new Error(`the part "${part}" is not a file of its own any more`);
  return key;
};

const reach = (manifest: Manifest, start: readonly string[], next: (chunk: Manifest[string]) => readonly string[]): ReadonlySet<string> => {
  const reached = new Set(start);
  for (const name of reached) for (const further of next(chunkOf(manifest, name))) reached.add(further);
  return reached;
};

const chunkOf = (manifest: Manifest, name: string): Manifest[string] => {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`${name} is named by the build's list and is not in it`);
  return chunk;
};

const filesOf = (manifest: Manifest, chunks: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...chunks].map((name) => chunkOf(manifest, name)).flatMap(({ file, css }) => [file, ...css]));

export type SizeGate = { readonly what: string; readonly files: Iterable<string>; readonly budgetBytes: number; readonly limitBytes: number };

/** Where a budget is not met, the limit stands at what is so now (docs/decisions/0008-what-an-employee-carries-grows-only-by-a-cut.md). */
export const sizeGates = (folder: string): readonly SizeGate[] => {
  const site = readSite(folder);
  return [
    { what: 'before the first paint, signed out', files: site.firstPaint, budgetBytes: 25_000, limitBytes: 25_000 },
    { what: 'signed-in home', files: site.home, budgetBytes: 70_000, limitBytes: 70_000 },
    { what: 'everything an employee can reach', files: site.employee, budgetBytes: 110_000, limitBytes: 137_000 },
    { what: 'besides, to register', files: site.frontDoor, budgetBytes: 15_000, limitBytes: 15_000 },
    { what: 'besides, where people chat', files: site.chat, budgetBytes: 12_000, limitBytes: 12_000 },
    { what: 'besides, in front of Request Tracker', files: site.requestTracker, budgetBytes: 13_000, limitBytes: 13_000 },
    { what: 'service worker', files: ['service-worker.js'], budgetBytes: 45_000, limitBytes: 45_000 },
  ];
};

/** What files weigh with brotli, in bytes. */
export const brotliBytes = (folder: string, files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + brotliCompressSync(withSteadyHashes(readFileSync(join(folder, file), 'utf8'))).length, 0);

/**
 * Names of files carry a hash of what is in them, and one letter changed anywhere moves what a chunk that names it weighs
 * by some fifty bytes, up or down. Here each name has one hash for ever, as random as the real one: what grows is the code.
 */
const withSteadyHashes = (text: string): string =>
  text.replace(/([\w.]{1,40})-[\w-]{8}(\.(?:js|css|svg))/g, (_, name: string, ending: string) => `${name}-${hashOf(name + ending)}${ending}`);

const hashOf = (name: string): string => createHash('sha256').update(name).digest('base64url').slice(0, 8);
