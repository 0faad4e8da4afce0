import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { doorRoutes, routes } from '../contract/routes.ts';
import type { Action } from '../domain/action.ts';
import { statusOf } from '../domain/ticket.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { headersOf, performAt, readAllAt, signInAt, startProcess, type ServerProcess, type Session } from './server-process.testing.ts';

/** One set of data for all: hashing the sample's passwords takes its time. */
let folder: string;
let server: ServerProcess | null = null;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-process-'));
});
afterEach(async () => {
  await server?.end('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

const slow = { timeout: 60_000 };
const kills = process.env['PORTICO_LONG'] === '1' ? 100 : 3;

const start = async (): Promise<ServerProcess> => (server = await startProcess(folder));

/** Tickets that the person can write to. */
const ticketsOf = async (address: string, session: Session): Promise<readonly TicketId[]> => {
  const tickets = (await readAllAt(address, session)).flatMap((change) => (change.kind === 'ticket' ? [change.body] : []));
  const ids = new Set(tickets.filter((ticket) => ['new', 'in-progress'].includes(statusOf(ticket))).map((ticket) => ticket.id));
  if (ids.size === 0) throw new Error(`the sample has no open ticket for ${session.person}`);
  return [...ids];
};

/** With a text that is found again. */
const replyTo = (ticketId: TicketId, id = v7()): Action => ({
  v: 1,
  id: id as ActionId,
  kind: 'reply',
  subject: { kind: 'ticket', id: ticketId },
  at: Date.now(),
  data: { text: `said once: ${id}` },
});

test('a second server on the same data is refused, says why, and harms nothing', slow, async () => {
  const { address } = await start();
  await expect(startProcess(folder)).rejects.toThrow(/is in use by another Portico server/);
  expect((await fetch(address + routes.health)).status).toBe(200);
});

test('with the sample off, data that holds it is refused: everybody knows those passwords', slow, async () => {
  await (await start()).end('SIGTERM');
  await expect(startProcess(folder, { PORTICO_SAMPLE: 'off' })).rejects.toThrow(/whose passwords everybody knows/);
});

test('an organisation of one’s own begins with a file: its first administrator sets a password by a letter, and sets up the rest', slow, async () => {
  const own = mkdtempSync(join(tmpdir(), 'portico-process-'));
  const file = join(own, 'organisation.json');
  const begin = async () => (server = await startProcess(own, { PORTICO_ORGANISATION: file }));
  // One that is being written has another name.
  const letters = () => (existsSync(join(own, 'mail')) ? readdirSync(join(own, 'mail')).filter((file) => file.endsWith('.eml')) : []);
  try {
    writeFileSync(file, exampleInTheDocs());
    // The first start is cut short: the organisation is there, and nobody has a letter.
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = v.parse(v.object({ port: v.number() }), taken.address());
    await expect(startProcess(own, { PORTICO_ORGANISATION: file, PORT: String(port) })).rejects.toThrow(/is in use/);
    taken.close();
    const { address } = await begin();
    await vi.waitFor(() => expect(letters()).toHaveLength(1), { timeout: 20_000 });
    const token = /\/password\/([\w-]+)/.exec(readFileSync(join(own, 'mail', letters()[0] ?? ''), 'utf8').replaceAll('=\r\n', ''))?.[1];
    const set = await fetch(address + doorRoutes.password, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token, password: 'three green umbrellas' }),
    });
    const { person } = v.parse(v.object({ person: v.object({ id: v.string() }) }), await set.json());
    const session = { cookie: set.headers.getSetCookie()[0]?.split(';')[0] ?? '', person: person.id };
    const told = await readAllAt(address, session);
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['person', 'partition', 'settings', 'record', 'service', 'flow']));

    // Later it is asked for no more: neither the file nor a second letter.
    await server?.end('SIGTERM');
    rmSync(file);
    await begin();
    expect(letters()).toHaveLength(1);
  } finally {
    await server?.end('SIGKILL');
    rmSync(own, { recursive: true });
  }
});

test('a file that is no organisation is refused with the places that are wrong, and nothing is begun', slow, async () => {
  const own = mkdtempSync(join(tmpdir(), 'portico-process-'));
  const file = join(own, 'organisation.json');
  try {
    writeFileSync(file, exampleInTheDocs().replace('"partition": "council"', '"partition": "nowhere"').replace('"version": 1 }', '"version": 2 }'));
    const complaint = /administrators\.0\.partition: there is no partition "nowhere"\n.*services\.0\.flow: there are no questions/;
    await expect(startProcess(own, { PORTICO_ORGANISATION: file })).rejects.toThrow(complaint);
    writeFileSync(file, exampleInTheDocs().replace('"services"', '"service"'));
    await expect(startProcess(own, { PORTICO_ORGANISATION: file })).rejects.toThrow(/service: there is no such field/);
    await expect(startProcess(own, { PORTICO_ORGANISATION: join(own, 'none.json') })).rejects.toThrow(/none\.json is no organisation/);
  } finally {
    rmSync(own, { recursive: true });
  }
});

/** What newcomers copy is what is tried. */
const exampleInTheDocs = (): string => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/how-to/begin-your-own.md'), 'utf8');
  return /```json\n([\s\S]+?)```/.exec(page)?.[1] ?? '';
};

test('a port that is taken, or is none, is said in a line', slow, async () => {
  const { address } = await start();
  const other = mkdtempSync(join(tmpdir(), 'portico-process-'));
  try {
    await expect(startProcess(other, { PORT: new URL(address).port })).rejects.toThrow(/^Port \d+ is in use\. Choose another one: PORT=\d+ npm start\n$/);
    await expect(startProcess(other, { PORT: 'abc' })).rejects.toThrow(/^PORT: PORT is a whole number up to 65535\n$/);
  } finally {
    rmSync(other, { recursive: true });
  }
});

test('a server that is told to stop finishes what it began, ends the open streams, and leaves with 0', slow, async () => {
  const { address, end } = await start();
  const ada = await signInAt(address, 'ada');
  const [ticketId] = (await ticketsOf(address, ada)) as [TicketId];
  const stream = await fetch(address + routes.changes, { headers: { ...headersOf(ada), Accept: 'text/event-stream' } });
  const unfinished = await beginRequest(address, ada, JSON.stringify({ actions: [replyTo(ticketId)] }));
  const ended = end('SIGTERM');
  // The stream ends of itself, so the stopping has begun; the other request is still under way.
  await stream.text();
  expect(await unfinished.finish()).toContain('"outcome":"applied"');
  expect(await ended).toBe(0);
  await expect(fetch(address + routes.health)).rejects.toThrow(TypeError);
});

/** A request of which the last byte is held back. */
const beginRequest = async (address: string, session: Session, body: string) => {
  const { hostname, port, host } = new URL(address);
  const socket = connect(Number(port), hostname);
  const headers = Object.entries({ ...headersOf(session), Host: host, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' });
  const head = `POST ${routes.actions} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  await once(socket, 'connect');
  await new Promise<void>((resolve) => socket.write(head + body.slice(0, -1), () => resolve()));
  // The server has the beginning once it answers somebody who came later.
  await fetch(address + routes.health);
  return {
    finish: async (): Promise<string> => {
      socket.write(body.slice(-1));
      let answer = '';
      for await (const part of socket) answer += String(part);
      return answer;
    },
  };
};

test(`killed ${kills} times under load, it has every action that it acknowledged, and each once`, { timeout: 20_000 * kills }, async () => {
  let { address } = await start();
  const [ada, gus] = [await signInAt(address, 'ada'), await signInAt(address, 'gus')];
  const lanes = (await ticketsOf(address, gus)).slice(0, 5).map((ticketId): Lane => ({ session: gus, ticketId }));
  lanes.push(...(await ticketsOf(address, ada)).slice(0, 2).map((ticketId): Lane => ({ session: ada, ticketId })));
  const acknowledged = new Set<ActionId>();
  const sent: Sent[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // Another moment each time.
    await loadUntilKilled(address, lanes, acknowledged, sent, 10 + ((kill * 7) % 50));
    ({ address } = await start());
  }
  const before = await timesSaid(address, gus);
  expect([...acknowledged].filter((id) => before.get(id) !== 1)).toEqual([]);
  // The answer of some was lost: sent again, each is answered as done, and none is done twice.
  for (const { session, action } of sent) expect(await performAt(address, session, [action])).toMatchObject([{ outcome: 'applied', id: action.id }]);
  const after = await timesSaid(address, gus);
  expect(sent.length).toBeGreaterThan(acknowledged.size);
  expect(sent.filter(({ action }) => after.get(action.id) !== 1)).toEqual([]);
});

type Lane = { readonly session: Session; readonly ticketId: TicketId };
type Sent = { readonly session: Session; readonly action: Action };

/** Everybody writes without a pause; the kill comes with an answer, while other requests are under way. */
const loadUntilKilled = async (address: string, lanes: readonly Lane[], acknowledged: Set<ActionId>, sent: Sent[], acknowledgements: number): Promise<void> => {
  const enough = acknowledged.size + acknowledgements;
  const write = async ({ session, ticketId }: Lane): Promise<void> => {
    while (server?.child.exitCode === null && server.child.signalCode === null) {
      const batch = [replyTo(ticketId), replyTo(ticketId)];
      sent.push(...batch.map((action) => ({ session, action })));
      const answers = await performAt(address, session, batch).catch(() => []);
      for (const answer of answers) if (answer.outcome === 'applied') acknowledged.add(answer.id);
      if (acknowledged.size >= enough) await server?.end('SIGKILL');
    }
  };
  await Promise.all(lanes.map(write));
};

/** How many entries say what each action said, as the desk reads it. */
const timesSaid = async (address: string, analyst: Session): Promise<ReadonlyMap<string, number>> => {
  const idsByText = new Map<string, Set<string>>();
  for (const change of await readAllAt(address, analyst)) {
    if (change.kind !== 'entry' || change.body.body.kind !== 'message') continue;
    const { text } = change.body.body;
    idsByText.set(text, (idsByText.get(text) ?? new Set()).add(change.body.id));
  }
  return new Map([...idsByText].map(([text, ids]) => [text.replace('said once: ', ''), ids.size]));
};
