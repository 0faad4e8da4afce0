/** The reference backend under load from another process: actions per second, and idle listeners. */
import { v7 } from 'uuid';
import * as v from 'valibot';
import { startServer, type RunningServer } from './server-process.ts';

export type RunningBackend = RunningServer & { readonly cookie: string };

/** Starts the reference backend with the sample organisation in a folder of its own, and signs ada in. */
export const startBackend = async (settings: Readonly<Record<string, string>> = {}): Promise<RunningBackend> => {
  const server = await startServer('src/server/main.ts', { PORTICO_SAMPLE: 'on', ...settings });
  const session = await fetch(`${server.address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: 'ada', password: 'ada-portico' }),
  });
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { ...server, cookie };
};

/** Actions per second: replies to one ticket per request chain, `batchSize` actions a request, `chains` requests at once. */
export const measureActions = async (backend: RunningBackend, ticketIds: readonly string[], actionCount: number, batchSize: number): Promise<number> => {
  let left = actionCount;
  const startedAt = performance.now();
  const chain = async (ticketId: string): Promise<void> => {
    while (left > 0) {
      left -= batchSize;
      await perform(
        backend,
        Array.from({ length: batchSize }, () => replyTo(ticketId)),
      );
    }
  };
  await Promise.all(ticketIds.map(chain));
  return actionCount / ((performance.now() - startedAt) / 1000);
};

/** Opens streams of somebody who has read everything, and resolves with how many of them are open at once. */
export const measureListeners = async (backend: RunningBackend, count: number): Promise<number> => {
  const ending = new AbortController();
  const since = await readToTheEnd(backend);
  let open = 0;
  const listen = async (): Promise<void> => {
    const address = `${backend.address}/api/changes?since=${encodeURIComponent(since)}`;
    const response = await fetch(address, { headers: { ...headersOf(backend), Accept: 'text/event-stream' }, signal: ending.signal });
    if (response.ok) open += 1;
  };
  for (let started = 0; started < count; started += 100) await Promise.all(Array.from({ length: 100 }, listen));
  ending.abort();
  return open;
};

const readToTheEnd = async (backend: RunningBackend): Promise<string> => {
  for (let query = ''; ;) {
    const response = await fetch(`${backend.address}/api/changes${query}`, { headers: headersOf(backend) });
    const { cursor, more } = v.parse(v.object({ cursor: v.string(), more: v.boolean() }), await response.json());
    if (!more) return cursor;
    query = `?since=${encodeURIComponent(cursor)}`;
  }
};

/** Open tickets of ada's, raised for the occasion: each is a lane of its own. */
export const raiseTickets = async (backend: RunningBackend, count: number): Promise<readonly string[]> => {
  const data = await laptopRequest(backend);
  const ids = Array.from({ length: count }, () => v7());
  await perform(
    backend,
    ids.map((id) => actionOn(id, { kind: 'raise-ticket', data })),
  );
  return ids;
};

/** Answers that the laptop's questions accept, in whatever version they are. */
export const laptopRequest = async (backend: RunningBackend): Promise<object> => {
  const { version } = await currentFlow(backend, 'laptop');
  const answers = { 'for-me': true, reason: 'first', model: 'standard', extras: null, 'needed-by': '2099-01-01', 'hand-over': 'desk' };
  return { serviceId: 'laptop', flow: { id: 'laptop', version }, answers };
};

const replyTo = (ticketId: string): object => actionOn(ticketId, { kind: 'reply', data: { text: 'It still restarts, two or three times a day.' } });

const actionOn = (ticketId: string, body: object): object => ({ v: 1, id: v7(), subject: { kind: 'ticket', id: ticketId }, at: Date.now(), ...body });

const perform = async (backend: RunningBackend, actions: readonly object[]): Promise<void> => {
  const response = await fetch(`${backend.address}/api/actions`, { method: 'POST', headers: headersOf(backend), body: JSON.stringify({ actions }) });
  const body = await response.text();
  const answered = v.safeParse(answersSchema, JSON.parse(body));
  if (!answered.success || !answered.output.answers.every(({ outcome }) => outcome === 'applied')) {
    throw new Error(`the backend did not apply a batch: ${body.slice(0, 300)}`);
  }
};

const answersSchema = v.object({ answers: v.array(v.object({ outcome: v.string() })) });
const flowsSchema = v.object({
  changes: v.array(v.object({ kind: v.string(), body: v.exactOptional(v.looseObject({ id: v.string(), version: v.exactOptional(v.number()) })) })),
});

const currentFlow = async (backend: RunningBackend, id: string): Promise<{ readonly version: number }> => {
  const { changes } = v.parse(flowsSchema, await (await fetch(`${backend.address}/api/changes`, { headers: headersOf(backend) })).json());
  return { version: Math.max(...changes.flatMap(({ kind, body }) => (kind === 'flow' && body?.id === id ? [body.version ?? 1] : []))) };
};

const headersOf = (backend: RunningBackend): Record<string, string> => ({
  Cookie: backend.cookie,
  'Portico-Person': 'ada',
  'Content-Type': 'application/json',
});
