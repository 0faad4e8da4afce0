import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { v7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { routes } from '../../contract/routes.ts';
import type { ActionId } from '../../domain/ids.ts';
import { createServer } from '../app.ts';
import { smallOrganisation, ticketIds } from '../organisation.testing.ts';
import { openTestServer } from '../server.testing.ts';

test('half a chunk, cut off with its connection, is no chunk: nothing of it is kept, and nobody calls it a fault', async () => {
  const events: string[] = [];
  const server = await openTestServer({ organisation: smallOrganisation(Date.UTC(2026, 10, 24, 9)), deps: { log: (event) => events.push(event) } });
  const ada = await server.signIn('ada');
  const bytes = randomBytes(500_000);
  const id = v7() as ActionId;
  const file = { id, name: 'a.png', type: 'image/png', sizeBytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
  await ada.perform({ v: 1, id, kind: 'attach', subject: { kind: 'ticket', id: ticketIds.ada }, at: 0, data: { file, questionId: null } });

  const listening = serve({ fetch: createServer(server.deps).fetch, port: 0, hostname: '127.0.0.1' });
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const headers = { ...ada.headers, 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.byteLength };
  const sending = request({ port, method: 'PUT', path: `${routes.upload(id)}?offset=0`, headers });
  sending.on('error', () => undefined);
  const begun = once(listening, 'request');
  sending.write(bytes.subarray(0, 250_000));
  await begun;
  const before = events.length;
  sending.destroy();

  // The request is over for the server once it is in the log.
  await vi.waitFor(() => expect(events.length).toBeGreaterThan(before));
  expect(events).not.toContain('fault');
  expect(await (await ada.fetch(routes.upload(id))).json()).toMatchObject({ receivedBytes: 0, arrived: false });
  await new Promise((resolve) => listening.close(resolve));
  await server.close();
});
