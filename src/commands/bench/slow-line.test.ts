import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSlowLine, type SlowLine } from './slow-line.ts';

const sent = Buffer.from(Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 256));
const answer = `HTTP/1.1 200 OK\r\nContent-Length: ${sent.length}\r\nConnection: close\r\n\r\n`;

const server = createServer((socket) => socket.once('data', () => socket.write(answer) && socket.end(sent)));
let line: SlowLine;
beforeEach(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  line = await startSlowLine(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { bytesPerSecond: 50_000, latencyMs: 100 });
});
afterEach(() => {
  line.close();
  server.close();
});

const fetchBytes = async (): Promise<Buffer> => Buffer.from(await (await fetch(line.address)).arrayBuffer());

test('what is sent comes through as it was, later by its length and the way, and is counted', async () => {
  const startedAt = performance.now();
  expect((await fetchBytes()).equals(sent)).toBe(true);
  expect(performance.now() - startedAt).toBeGreaterThan(490);
  expect(line.bytes()).toBeGreaterThan(sent.length + answer.length);
});

test('connections share the line', async () => {
  const startedAt = performance.now();
  const all = await Promise.all([fetchBytes(), fetchBytes()]);
  expect(all.every((one) => one.equals(sent))).toBe(true);
  expect(performance.now() - startedAt).toBeGreaterThan(890);
});
