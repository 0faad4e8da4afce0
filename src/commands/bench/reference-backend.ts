/** The reference backend under load from another process: actions per second, and idle listeners. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';

export type RunningBackend = { readonly address: string; readonly cookie: string; readonly stop: () => Promise<void> };

/** Starts the reference backend with the sample organisation in a folder of its own, and signs ada in. */
export const startBackend = async (): Promise<RunningBackend> => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['src/server/main.ts'], {
    env: { ...process.env, PORT: String(port), PORTICO_DATA: folder, PORTICO_SAMPLE: 'on' },
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;
  await untilHealthy(address, child);
  const session = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: 'ada', password: 'ada-portico' }),
  });
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { address, cookie, stop };
};

/** Actions per second: replies to one ticket per request chain, `batchSize` actions a request, `chains` requests at once. */
export const measureActions = async (backend: RunningBackend, ticketIds: readonly string[], actionCount: number, batchSize: number): Promise<number> => {
  let left = actionCount;
  const startedAt = performance.now();
  const chain = async (ticketId: string): Promise<void> => {
    while (left > 0) {
      left -= batchSize;
      const actions = Array.from({ length: batchSize }, () => ({
        v: 1,
        id: v7(),
        subject: { kind: 'ticket', id: ticketId },
        at: Date.now(),
        kind: 'reply',
        data: { text: 'It still restarts, two or three times a day.' },
      }));
      const response = await fetch(`${backend.address}/api/actions`, { method: 'POST', headers: headersOf(backend), body: JSON.stringify({ actions }) });
      const body = (await response.json()) as { readonly answers?: readonly { readonly outcome: string }[] };
      if (!body.answers?.every((answer) => answer.outcome === 'applied'))
        throw new Error(`the backend did not apply a batch: ${JSON.stringify(body).slice(0, 300)}`);
    }
  };
  await Promise.all(ticketIds.map(chain));
  return actionCount / ((performance.now() - startedAt) / 1000);
};

/** Opens idle streams until `count` are open; resolves with how many were, and the time that one reply took meanwhile. */
export const measureListeners = async (backend: RunningBackend, count: number): Promise<number> => {
  const ending = new AbortController();
  let open = 0;
  const listen = async (): Promise<void> => {
    const response = await fetch(`${backend.address}/api/changes`, { headers: { ...headersOf(backend), Accept: 'text/event-stream' }, signal: ending.signal });
    if (response.ok) open += 1;
  };
  for (let started = 0; started < count; started += 100) await Promise.all(Array.from({ length: 100 }, listen));
  ending.abort();
  return open;
};

export const ticketsOf = async (backend: RunningBackend): Promise<readonly string[]> => {
  const page = (await (await fetch(`${backend.address}/api/changes`, { headers: headersOf(backend) })).json()) as {
    readonly changes: readonly { readonly kind: string; readonly body: { readonly id: string; readonly statuses?: readonly { readonly status: string }[] } }[];
  };
  return page.changes.filter((change) => change.kind === 'ticket' && change.body.statuses?.at(-1)?.status === 'in-progress').map((change) => change.body.id);
};

const headersOf = (backend: RunningBackend): Record<string, string> => ({
  Cookie: backend.cookie,
  'Portico-Person': 'ada',
  'Content-Type': 'application/json',
});

const untilHealthy = async (address: string, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the reference backend ended with ${child.exitCode}`);
    if (
      await fetch(`${address}/healthz`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
