/** What the backend promises about files, whichever database it stands on. */
import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '../../contract/routes.ts';
import { chunkBytes } from '../../contract/version.ts';
import type { ActionOf } from '../../domain/action.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { ActionId, TicketId } from '../../domain/ids.ts';
import type { EntryBody, FileManifest } from '../../domain/ticket.ts';
import type { Database } from '../database/schema.ts';
import { smallOrganisation, ticketIds } from '../organisation.testing.ts';
import { openTestServer, type TestClient, type TestServer } from '../server.testing.ts';

let server: TestServer;
let ada: TestClient;
let ben: TestClient;
let gus: TestClient;
const manifestOf = (bytes: Uint8Array, more: Partial<FileManifest> = {}): FileManifest => ({
  id: v7() as ActionId,
  name: 'photo.png',
  type: 'image/png',
  sizeBytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...more,
});

/** Tells the desk of a file, as the `attach` action does, and returns its id. */
const attach = async (client: TestClient, ticket: TicketId, file: FileManifest): Promise<string> => {
  const action: ActionOf<'attach'> = {
    v: 1,
    id: file.id,
    kind: 'attach',
    subject: { kind: 'ticket', id: ticket },
    at: server.clock.now,
    data: { file, questionId: null },
  };
  expect(await client.perform(action)).toMatchObject([{ outcome: 'applied' }]);
  return file.id;
};

const put = (client: TestClient, id: string, offset: number | string, bytes: Uint8Array): Promise<Response> =>
  client.fetch(`${routes.upload(id)}?offset=${offset}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });

const upload = async (client: TestClient, id: string, bytes: Uint8Array): Promise<Response> => {
  let last = new Response();
  for (let offset = 0; offset < bytes.byteLength; offset += chunkBytes) last = await put(client, id, offset, bytes.subarray(offset, offset + chunkBytes));
  return last;
};

const problemOf = async (response: Response): Promise<[number, string]> => [
  response.status,
  ((await response.json()) as { problem: { kind: string } }).problem.kind,
];
const stateOf = async (response: Response): Promise<unknown> => ({ status: response.status, ...((await response.json()) as object) });
const state = (receivedBytes: number, arrived = false): unknown => ({ status: 200, portico: 1, receivedBytes, arrived });

const fileEntry = async (client: TestClient, id: string): Promise<(EntryBody & { kind: 'file' }) | undefined> => {
  const bodies = (await client.changes()).flatMap((change) => (change.kind === 'entry' && change.body.id === id ? [change.body.body] : []));
  return bodies.find((body) => body.kind === 'file');
};

export const describeFiles = (name: string, openDatabase: () => Promise<Database>): void => {
  beforeEach(async () => {
    server = await openTestServer({ database: await openDatabase(), organisation: smallOrganisation(Date.UTC(2026, 10, 24, 9)) });
    [ada, ben, gus] = (await Promise.all(['ada', 'ben', 'gus'].map((user) => server.signIn(user)))) as [TestClient, TestClient, TestClient];
  });
  afterEach(() => server.close());

  describe(`${name}: files`, () => {
    test('a file travels in chunks, and comes back byte for byte to both sides', async () => {
      const bytes = randomBytes(2 * chunkBytes + 12_345);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      expect(await stateOf(await ada.fetch(routes.upload(id)))).toEqual(state(0));
      expect(await stateOf(await put(ada, id, 0, bytes.subarray(0, chunkBytes)))).toEqual(state(chunkBytes));
      expect(await stateOf(await put(ada, id, chunkBytes, bytes.subarray(chunkBytes, 2 * chunkBytes)))).toEqual(state(2 * chunkBytes));
      expect(await stateOf(await put(ada, id, 2 * chunkBytes, bytes.subarray(2 * chunkBytes)))).toEqual(state(bytes.byteLength, true));
      for (const client of [ada, gus]) expect(Buffer.compare(Buffer.from(await (await client.fetch(routes.file(id))).arrayBuffer()), bytes)).toBe(0);
    });

    test('the desk sees that a file is on its way, and then that it has arrived', async () => {
      const bytes = randomBytes(1000);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      expect(await fileEntry(gus, id)).toMatchObject({ arrived: false });
      await upload(ada, id, bytes);
      expect(await fileEntry(gus, id)).toMatchObject({ arrived: true });
      expect(await fileEntry(ada, id)).toMatchObject({ arrived: true });
    });

    test('those who listen are woken when a file has arrived, not by every chunk', async () => {
      const bytes = randomBytes(chunkBytes + 1);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      let woken = 0;
      server.deps.watch.onCommit(() => (woken += 1));
      await put(ada, id, 0, bytes.subarray(0, chunkBytes));
      expect(woken).toBe(0);
      await put(ada, id, chunkBytes, bytes.subarray(chunkBytes));
      expect(woken).toBe(1);
    });

    test('an upload that was cut in the middle goes on where it broke off', async () => {
      const bytes = randomBytes(chunkBytes + 777);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      await put(ada, id, 0, bytes.subarray(0, chunkBytes));
      expect(await stateOf(await ada.fetch(routes.upload(id)))).toEqual(state(chunkBytes));
      expect(await stateOf(await put(ada, id, chunkBytes, bytes.subarray(chunkBytes)))).toEqual(state(bytes.byteLength, true));
    });

    test('a chunk that arrives twice, or too far on, changes nothing and is told the truth', async () => {
      const bytes = randomBytes(chunkBytes + 777);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      await put(ada, id, 0, bytes.subarray(0, chunkBytes));
      expect(await stateOf(await put(ada, id, 0, bytes.subarray(0, chunkBytes)))).toEqual(state(chunkBytes));
      expect(await stateOf(await put(ada, id, bytes.byteLength, bytes.subarray(chunkBytes)))).toEqual(state(chunkBytes));
      expect(await stateOf(await put(ada, id, chunkBytes, new Uint8Array()))).toEqual(state(chunkBytes));
      expect(await stateOf(await put(ada, id, chunkBytes, bytes.subarray(chunkBytes)))).toEqual(state(bytes.byteLength, true));
      expect(await stateOf(await put(ada, id, 0, bytes.subarray(0, chunkBytes)))).toEqual(state(bytes.byteLength, true));
    });

    test('two tabs that send the same file at once cannot mix it up, and never block each other', async () => {
      const bytes = randomBytes(3 * chunkBytes + 100);
      const ids = [await attach(ada, ticketIds.ada, manifestOf(bytes)), await attach(ada, ticketIds.ada, manifestOf(bytes))] as const;
      const bens = await attach(ben, ticketIds.ben, manifestOf(bytes));
      const tab = async (client: TestClient, id: string): Promise<void> => {
        let at = 0;
        while (at < bytes.byteLength) {
          const answer = await put(client, id, at, bytes.subarray(at, at + chunkBytes));
          expect(answer.status).toBe(200);
          at = ((await answer.json()) as { receivedBytes: number }).receivedBytes;
        }
      };
      await Promise.all([tab(ada, ids[0]), tab(ada, ids[0]), tab(ada, ids[1]), tab(ada, ids[1]), tab(ben, bens), tab(ben, bens)]);
      for (const id of [...ids, bens]) {
        expect(await fileEntry(gus, id)).toMatchObject({ arrived: true });
        expect(Buffer.compare(Buffer.from(await (await gus.fetch(routes.file(id))).arrayBuffer()), bytes)).toBe(0);
      }
    });

    test('damaged bytes are thrown away and told, and the right ones can be sent after them', async () => {
      const bytes = randomBytes(chunkBytes + 10);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      const damaged = Buffer.from(bytes);
      damaged[5] = (damaged[5] ?? 0) ^ 1;
      expect(await problemOf(await upload(ada, id, damaged))).toEqual([422, 'file-damaged']);
      expect(await stateOf(await ada.fetch(routes.upload(id)))).toEqual(state(0));
      expect(await fileEntry(gus, id)).toMatchObject({ arrived: false });
      expect(await stateOf(await upload(ada, id, bytes))).toEqual(state(bytes.byteLength, true));
    });

    test('more bytes than were promised are damage too', async () => {
      const bytes = randomBytes(100);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      expect(await problemOf(await put(ada, id, 0, randomBytes(101)))).toEqual([422, 'file-damaged']);
      expect(await stateOf(await ada.fetch(routes.upload(id)))).toEqual(state(0));
    });

    test('bytes whose manifest is not known yet are not taken: the device waits', async () => {
      const id = v7();
      expect(await problemOf(await ada.fetch(routes.upload(id)))).toEqual([404, 'not-found']);
      expect(await problemOf(await put(ada, id, 0, randomBytes(10)))).toEqual([404, 'not-found']);
    });

    test('nobody sends bytes for the file of somebody else, not even the analyst who sees it', async () => {
      const bytes = randomBytes(10);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      for (const other of [ben, gus]) {
        expect(await problemOf(await other.fetch(routes.upload(id)))).toEqual([404, 'not-found']);
        expect(await problemOf(await put(other, id, 0, bytes))).toEqual([404, 'not-found']);
      }
    });

    test('the file of somebody else is not found, and neither is one that is still on its way', async () => {
      const bytes = randomBytes(10);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      expect(await problemOf(await ada.fetch(routes.file(id)))).toEqual([404, 'not-found']);
      await upload(ada, id, bytes);
      const strangers = [ben, await server.signIn('cleo'), await server.signIn('hugo')];
      for (const stranger of strangers) expect(await problemOf(await stranger.fetch(routes.file(id)))).toEqual([404, 'not-found']);
      expect(await problemOf(await ada.fetch(routes.file(v7())))).toEqual([404, 'not-found']);
    });

    test('files need a session, and one of the person the request is for', async () => {
      const id = await attach(ada, ticketIds.ada, manifestOf(randomBytes(10)));
      for (const path of [routes.file(id), routes.upload(id)]) {
        expect(await problemOf(await server.fetch(path))).toEqual([401, 'not-signed-in']);
        expect(await problemOf(await ada.fetch(path, { headers: { 'Portico-Person': 'ben' } }))).toEqual([401, 'other-session']);
      }
    });

    test('knowing the hash of a file is not enough to get it', async () => {
      const secret = randomBytes(50);
      await upload(ada, await attach(ada, ticketIds.ada, manifestOf(secret)), secret);
      const id = await attach(ben, ticketIds.ben, manifestOf(secret));
      expect(await stateOf(await ben.fetch(routes.upload(id)))).toEqual(state(0));
      expect(await problemOf(await ben.fetch(routes.file(id)))).toEqual([404, 'not-found']);
    });

    test('bytes that the person can see already are there at once, without being sent', async () => {
      const bytes = randomBytes(50);
      await upload(ada, await attach(ada, ticketIds.ada, manifestOf(bytes)), bytes);
      for (const [client, ticket] of [
        [ada, ticketIds.ada],
        [gus, ticketIds.ben],
      ] as const) {
        const id = await attach(client, ticket, manifestOf(bytes));
        expect(await stateOf(await client.fetch(routes.upload(id)))).toEqual(state(50, true));
        expect(await fileEntry(client, id)).toMatchObject({ arrived: true });
        expect(Buffer.from(await (await client.fetch(routes.file(id))).arrayBuffer())).toEqual(bytes);
      }
    });

    test('the same bytes, attached twice before they were sent, arrive together', async () => {
      const bytes = randomBytes(2 * chunkBytes);
      const first = await attach(ada, ticketIds.ada, manifestOf(bytes));
      const second = await attach(ada, ticketIds.ada, manifestOf(bytes));
      await put(ada, first, 0, bytes.subarray(0, chunkBytes));
      await upload(ada, second, bytes);
      for (const id of [first, second]) {
        expect(await fileEntry(gus, id)).toMatchObject({ arrived: true });
        expect(Buffer.compare(Buffer.from(await (await ada.fetch(routes.file(id))).arrayBuffer()), bytes)).toBe(0);
      }
    });

    test('the same bytes from two people are kept once, and each has them', async () => {
      const bytes = randomBytes(50);
      const ids = [await attach(ada, ticketIds.ada, manifestOf(bytes)), await attach(ben, ticketIds.ben, manifestOf(bytes))] as const;
      await upload(ada, ids[0], bytes);
      await upload(ben, ids[1], bytes);
      expect(Buffer.from(await (await ben.fetch(routes.file(ids[1]))).arrayBuffer())).toEqual(bytes);
      expect(await server.deps.database.selectFrom('file_chunks').select('entry_id').execute()).toEqual([{ entry_id: ids[0] }]);
    });

    test('a download is never opened as a page: it is saved, under a name that cannot lie', async () => {
      const bytes = Buffer.from('<script>alert(1)</script>');
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes, { name: '../evil\u202Efdp.html"\r\nX: y', type: 'text/plain' }));
      await upload(ada, id, bytes);
      const { headers } = await gus.fetch(routes.file(id));
      expect(headers.get('Content-Disposition')).toBe(`attachment; filename="_evilfdp.html_ X_ y"; filename*=UTF-8''_evilfdp.html_%20X_%20y`);
      expect(headers.get('Content-Type')).toBe('text/plain');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'");
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Content-Length')).toBe(String(bytes.byteLength));
    });

    test('a page, a program, an empty file and one that is too large are refused before a byte is sent', async () => {
      const refusalOf = async (more: Partial<FileManifest>) => {
        const file = manifestOf(randomBytes(10), more);
        const action: ActionOf<'attach'> = {
          v: 1,
          id: file.id,
          kind: 'attach',
          subject: { kind: 'ticket', id: ticketIds.ada },
          at: 0,
          data: { file, questionId: null },
        };
        const [answer] = await ada.perform(action);
        expect(await problemOf(await put(ada, file.id, 0, randomBytes(10)))).toEqual([404, 'not-found']);
        return answer?.outcome === 'refused' ? answer.refusal : answer;
      };
      for (const type of ['text/html', 'image/svg+xml', 'application/x-msdownload', 'text/plain; charset=x', ''])
        expect(await refusalOf({ type }), type).toEqual({ kind: 'file-not-accepted', reason: 'kind' });
      expect(await refusalOf({ sizeBytes: 0 })).toEqual({ kind: 'file-not-accepted', reason: 'empty' });
      expect(await refusalOf({ sizeBytes: fileLimits.maxBytes + 1 })).toEqual({ kind: 'file-not-accepted', reason: 'too-large' });
    });

    test('a chunk above the limit is refused, and so is a crumb that is not the end of the file', async () => {
      const bytes = randomBytes(2 * chunkBytes);
      const id = await attach(ada, ticketIds.ada, manifestOf(bytes));
      expect(await problemOf(await put(ada, id, 0, bytes.subarray(0, chunkBytes + 1)))).toEqual([413, 'too-large']);
      expect(await problemOf(await put(ada, id, 0, bytes.subarray(0, 1)))).toEqual([400, 'malformed']);
      expect(await stateOf(await ada.fetch(routes.upload(id)))).toEqual(state(0));
    });

    test('what is no offset is told so, and changes nothing', async () => {
      const id = await attach(ada, ticketIds.ada, manifestOf(randomBytes(10)));
      for (const offset of ['', '-1', '1.5', 'x', '9'.repeat(40)])
        expect(await problemOf(await put(ada, id, offset, randomBytes(10))), offset).toEqual([400, 'malformed']);
      expect(await stateOf(await ada.fetch(routes.upload(id)))).toEqual(state(0));
    });
  });
};
