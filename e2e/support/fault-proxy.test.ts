import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGate, startFaultProxy, type Fault, type FaultProxy } from './fault-proxy.ts';

let backend: Server;
let network: FaultProxy;
let done: string[];

/** Says back what it was told, and leaves `/stream` open. */
beforeEach(async () => {
  done = [];
  backend = createServer((asked, answer) => {
    let body = '';
    asked.on('data', (part: Buffer) => (body += part.toString()));
    asked.on('end', () => {
      done.push(`${asked.method} ${asked.url} ${body}`);
      if (asked.url === '/stream') answer.write('first ');
      else answer.end(`heard ${body}`);
    });
  });
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
  network = await startFaultProxy(`http://127.0.0.1:${(backend.address() as AddressInfo).port}`);
});

afterEach(async () => {
  await network.close();
  backend.closeAllConnections();
  backend.close();
});

const post = (body: string): Promise<Response> => fetch(`${network.address}/api/actions`, { method: 'POST', body });
const actions = { method: 'POST', path: /actions/ };

test('without a fault everything goes through, and is remembered', async () => {
  expect(await (await post('hello')).text()).toBe('heard hello');
  expect(network.seen(actions)).toEqual([{ method: 'POST', path: '/api/actions', body: 'hello' }]);
});

test('a cut ends open streams and refuses new connections until it is mended', async () => {
  const stream = await fetch(`${network.address}/stream`);
  const reader = stream.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first ');
  await network.cut();
  await expect(reader?.read()).rejects.toThrow();
  await expect(post('while cut')).rejects.toThrow();
  await network.restore();
  expect(await (await post('after')).text()).toBe('heard after');
  expect(done).not.toContain('POST /api/actions while cut');
});

test.each([
  ['drop-before', [], 'no answer'],
  ['drop-after', ['POST /api/actions x'], 'no answer'],
  ['duplicate', ['POST /api/actions x', 'POST /api/actions x'], 'heard x'],
  ['captive-portal', [], '<!doctype html>'],
] as const)('%s: the backend has done %j, and the browser gets %s', async (kind, doneByThen, answer) => {
  network.arm(actions, { kind });
  const got = await post('x').then(
    (response) => response.text(),
    () => 'no answer',
  );
  expect(got.startsWith(answer)).toBe(true);
  expect(done).toEqual(doneByThen);
});

test('half an answer breaks off where it is told to', async () => {
  network.arm(actions, { kind: 'truncate', bytes: 3 });
  await expect(post('x').then((response) => response.text())).rejects.toThrow();
  expect(done).toHaveLength(1);
});

test('a status comes from the network itself', async () => {
  network.arm(actions, { kind: 'status', status: 503, headers: { 'Retry-After': '2' } });
  const response = await post('x');
  expect([response.status, response.headers.get('Retry-After'), done.length]).toEqual([503, '2', 0]);
});

test.each([
  ['hold-before', 0],
  ['hold-after', 1],
] as const)('%s: the answer waits at the gate, with %i requests done', async (kind, doneByThen) => {
  const gate = createGate();
  network.arm(actions, { kind, gate } satisfies Fault);
  const answer = post('x');
  await gate.reached;
  expect(done).toHaveLength(doneByThen);
  gate.open();
  expect(await (await answer).text()).toBe('heard x');
});

test('a fault strikes as often as it is armed for, and what it is not for goes through', async () => {
  network.arm({ method: 'GET', path: /./ }, { kind: 'drop-before' }, 5);
  network.arm(actions, { kind: 'drop-before' }, 2);
  await expect(post('1')).rejects.toThrow();
  await expect(post('2')).rejects.toThrow();
  expect(await (await post('3')).text()).toBe('heard 3');
});
