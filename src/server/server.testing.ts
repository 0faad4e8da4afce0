/** A whole server in the test's own process: memory for a database, a clock that the test holds, no socket. */
import { v7 } from 'uuid';
import * as v from 'valibot';
import { actionsResponseSchema } from '../contract/actions-exchange.ts';
import { changesPageSchema, type Change } from '../contract/change.ts';
import { porticoJsonSchema } from '../contract/portico-json.ts';
import type { Answer } from '../contract/receipt.ts';
import { personHeader, routes } from '../contract/routes.ts';
import type { Action } from '../domain/action.ts';
import type { Person } from '../domain/person.ts';
import { createServer } from './app.ts';
import { createSignals } from './chat/signals.ts';
import { migrate } from './database/migrations.ts';
import { openMemoryDatabase } from './database/open-sqlite.ts';
import type { Database } from './database/schema.ts';
import { createWriteTogether } from './database/write-together.ts';
import { createFeedWatch } from './feed/feed-watch.ts';
import { installOrganisation, type Organisation } from './install-organisation.ts';
import { sampleOrganisation } from './sample/sample-organisation.ts';
import type { ServerDeps } from './server-deps.ts';

export type TestServer = {
  readonly deps: ServerDeps;
  readonly clock: { now: number };
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Signs somebody of the organisation in; the password is `<user>-portico`. */
  readonly signIn: (user: string) => Promise<TestClient>;
  readonly close: () => Promise<void>;
};

/** One signed-in person; requests carry their session and say whom they are for. */
export type TestClient = {
  readonly person: Person;
  /** What makes a request theirs, for those who send it over a socket of their own. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly perform: (...actions: readonly Action[]) => Promise<readonly Answer[]>;
  /** All that this person sees, from the beginning. */
  readonly changes: () => Promise<readonly Change[]>;
};

export type TestServerOptions = {
  readonly organisation?: Organisation;
  /** An empty database; of memory when nothing is said. */
  readonly database?: Database;
  readonly deps?: Partial<ServerDeps>;
};

export const openTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const clock = { now: Date.UTC(2026, 10, 24, 9) };
  const database = options.database ?? openMemoryDatabase();
  const deps = testDeps(database, { now: () => clock.now, ...options.deps });
  await migrate(database, v7);
  await installOrganisation(deps, options.organisation ?? sampleOrganisation(clock.now));
  const app = createServer(deps);
  const fetch = async (path: string, init?: RequestInit) => app.fetch(new Request(`http://localhost${path}`, init));
  return { deps, clock, fetch, signIn: (user) => signIn(fetch, user), close: () => database.destroy() };
};

export const testDeps = (database: Database, more: Partial<ServerDeps> = {}): ServerDeps => ({
  serverId: v7(),
  database,
  writeTogether: createWriteTogether(database),
  watch: createFeedWatch(),
  signals: createSignals(database, v7()),
  now: Date.now,
  newId: v7,
  log: () => undefined,
  extraOrigins: [],
  portalAddress: () => 'https://portal.northwind.example',
  // Low: what the test server guards is nobody's secret.
  passwordCost: { memoryKib: 64, passes: 1 },
  site: { distFolder: '/nowhere', porticoJson: v.parse(porticoJsonSchema, {}) },
  stopping: new AbortController().signal,
  ...more,
});

const signIn = async (fetch: TestServer['fetch'], user: string): Promise<TestClient> => {
  const json = { 'Content-Type': 'application/json' };
  const response = await fetch(routes.session, { method: 'POST', headers: json, body: JSON.stringify({ user, password: `${user}-portico` }) });
  if (!response.ok) throw new Error(`${user} cannot sign in: status ${response.status}`);
  const { person } = (await response.json()) as { person: Person };
  const own = { Cookie: response.headers.get('Set-Cookie')?.split(';')[0] ?? '', [personHeader]: person.id };
  const asPerson: TestServer['fetch'] = (path, init = {}) => {
    const headers = new Headers(own);
    new Headers(init.headers).forEach((value, name) => headers.set(name, value));
    return fetch(path, { ...init, headers });
  };
  return {
    person,
    headers: own,
    fetch: asPerson,
    perform: async (...actions) => {
      const answer = await asPerson(routes.actions, { method: 'POST', headers: json, body: JSON.stringify({ actions }) });
      return v.parse(actionsResponseSchema, await answer.json()).answers;
    },
    changes: () => readAll(asPerson),
  };
};

const readAll = async (fetch: TestServer['fetch']): Promise<readonly Change[]> => {
  const changes: Change[] = [];
  let since: string | null = null;
  for (;;) {
    const response: Response = await fetch(since === null ? routes.changes : `${routes.changes}?since=${encodeURIComponent(since)}`);
    const page = v.parse(changesPageSchema, await response.json());
    changes.push(...page.changes);
    since = page.cursor;
    if (!page.more) return changes;
  }
};

/** The event stream as a client reads it. */
export const openStream = (client: TestClient, since: string | null) => {
  const ending = new AbortController();
  let text = '';
  let wake: () => void = () => undefined;
  const reading = (async () => {
    const path = since === null ? routes.changes : `${routes.changes}?since=${encodeURIComponent(since)}`;
    const response = await client.fetch(path, { headers: { Accept: 'text/event-stream' }, signal: ending.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    ending.signal.addEventListener('abort', () => void reader.cancel());
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      wake();
    }
  })();
  return {
    text: () => text,
    ended: reading,
    lastId: () => [...text.matchAll(/^id: (.+)$/gm)].at(-1)?.[1] ?? null,
    until: async (isThere: (text: string) => boolean): Promise<void> => {
      while (!isThere(text)) await new Promise<void>((resolve) => (wake = resolve));
    },
    close: async (): Promise<void> => {
      ending.abort();
      await reading;
    },
  };
};
