import type { KyselyPlugin } from 'kysely';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { routes } from '../../contract/routes.ts';
import type { ActionId } from '../../domain/ids.ts';
import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { smallOrganisation, ticketIds } from '../organisation.testing.ts';
import { openTestServer, type TestClient, type TestServer } from '../server.testing.ts';

let server: TestServer;
let ada: TestClient;
let stopping: AbortController;
let readers: ReadableStreamDefaultReader<Uint8Array>[] = [];
/** Run once, after the head of the feed was read and before the reader knows it. */
let betweenReadAndUse: (() => Promise<unknown>) | null = null;

beforeEach(async () => {
  stopping = new AbortController();
  const database = openMemoryDatabase().withPlugin(interrupting);
  server = await openTestServer({ organisation: smallOrganisation(Date.now()), database, deps: { stopping: stopping.signal } });
  ada = await server.signIn('ada');
});
afterEach(async () => {
  betweenReadAndUse = null;
  stopping.abort();
  for (const reader of readers) while (!(await reader.read()).done);
  readers = [];
  await server.close();
});

const interrupting: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    const run = betweenReadAndUse;
    if (run && 'feed_id' in (result.rows[0] ?? {})) {
      betweenReadAndUse = null;
      await run();
    }
    return result;
  },
};

const newId = (): ActionId => v7() as ActionId;
const say = (id: ActionId) =>
  ada.perform({ v: 1, id, kind: 'reply', subject: { kind: 'ticket', id: ticketIds.ada }, at: server.clock.now, data: { text: 'Hello' } });

const listen = async (): Promise<ReadableStreamDefaultReader<Uint8Array>> => {
  const response = await ada.fetch(routes.changes, { headers: { Accept: 'text/event-stream' } });
  if (!response.body) throw new Error('no stream');
  const reader = response.body.getReader();
  readers.push(reader);
  return reader;
};

const until = async (reader: ReadableStreamDefaultReader<Uint8Array>, words: string): Promise<void> => {
  const decoder = new TextDecoder();
  for (let heard = ''; !heard.includes(words);) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended without ${words}`);
    heard += decoder.decode(value, { stream: true });
  }
};

test('a change made while a listener comes in is heard at once, not with the next one', { timeout: 3_000 }, async () => {
  const id = newId();
  betweenReadAndUse = () => say(id);
  await until(await listen(), id);
});

test('a change made while another is being told is heard at once, not with the next one', { timeout: 3_000 }, async () => {
  const reader = await listen();
  const first = newId();
  const second = newId();
  betweenReadAndUse = () => say(second);
  await say(first);
  await until(reader, second);
  expect(betweenReadAndUse).toBeNull();
});

test('an idle listener hears of each change when it is made', { timeout: 3_000 }, async () => {
  const reader = await listen();
  for (const id of [newId(), newId()]) {
    const heard = until(reader, id);
    await say(id);
    await heard;
  }
});
