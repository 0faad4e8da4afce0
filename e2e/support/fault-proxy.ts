/** A network that does as it is told: between browser and backend, for faults that the browser cannot play by itself. */
import { createServer, request as sendOn, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What becomes of one request. *Before*: the backend never hears of it. *After*: the backend has done it. */
export type Fault =
  | { readonly kind: 'delay-before' | 'delay-after'; readonly ms: number }
  | { readonly kind: 'drop-before' | 'drop-after' | 'duplicate' | 'captive-portal' }
  | { readonly kind: 'truncate'; readonly bytes: number }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** Stays at that point until it is let go. */
  | { readonly kind: 'hold-before' | 'hold-after'; readonly gate: Gate };

type Which = { readonly method?: string; readonly path: RegExp };
type Seen = { readonly method: string; readonly path: string; readonly body: string };

export type FaultProxy = {
  readonly address: string;
  /** The next so many requests of this kind meet this fault; those after them go through. */
  readonly arm: (which: Which, fault: Fault, times?: number) => void;
  readonly disarm: () => void;
  /** Destroys every connection, streams too, and refuses new ones. */
  readonly cut: () => Promise<void>;
  readonly restore: () => Promise<void>;
  /** The requests that reached the backend, in order, with what they carried. */
  readonly seen: (which: Which) => readonly Seen[];
  readonly close: () => Promise<void>;
};

export type Gate = { readonly reached: Promise<void>; readonly reach: () => void; readonly opened: Promise<void>; readonly open: () => void };

export const createGate = (): Gate => {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return { reached: reached.promise, reach: reached.resolve, opened: opened.promise, open: opened.resolve };
};

export const startFaultProxy = async (backend: string): Promise<FaultProxy> => {
  const armed: { readonly which: Which; readonly fault: Fault; left: number }[] = [];
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const takeFault = (method: string, path: string): Fault | undefined => {
    const found = armed.find(({ which, left }) => left > 0 && matches(which, method, path));
    if (found) found.left -= 1;
    return found?.fault;
  };
  const server = createServer((asked, answer) => {
    const { method = 'GET', url = '/' } = asked;
    handle({ backend, asked, answer, seen, fault: takeFault(method, url) }).catch(() => answer.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    address: `http://127.0.0.1:${port}`,
    arm: (which, fault, times = 1) => armed.push({ which, fault, left: times }),
    disarm: () => armed.splice(0),
    cut,
    restore: () => listen(server, port),
    seen: (which) => seen.filter(({ method, path }) => matches(which, method, path)),
    close: async () => {
      if (server.listening) await cut();
    },
  };
};

const matches = (which: Which, method: string, path: string): boolean => (which.method ?? method) === method && which.path.test(path);

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });

type Exchange = {
  readonly backend: string;
  readonly asked: IncomingMessage;
  readonly answer: ServerResponse;
  readonly seen: Seen[];
  readonly fault: Fault | undefined;
};

const handle = async (exchange: Exchange): Promise<void> => {
  const { answer, fault } = exchange;
  const body = await readAll(exchange.asked);
  if (fault && answersItself(fault, answer)) return;
  if (fault) await holdUp(fault, exchange, body);
  const answered = await ask(exchange, body);
  if (fault && isAfter(fault)) await spoil(fault, await readAll(answered), answered, answer);
  else relay(answered, answer);
};

/** The backend never hears of it. */
const answersItself = (fault: Fault, answer: ServerResponse): boolean => {
  if (fault.kind === 'drop-before') answer.destroy();
  else if (fault.kind === 'status') answer.writeHead(fault.status, fault.headers).end(fault.body ?? '');
  else if (fault.kind === 'captive-portal') answer.writeHead(200, { 'Content-Type': 'text/html' }).end(captivePortal);
  else return false;
  return true;
};

const captivePortal = '<!doctype html><title>Wi-Fi</title><h1>Please accept our terms</h1>';

const holdUp = async (fault: Fault, exchange: Exchange, body: Buffer): Promise<void> => {
  if (fault.kind === 'delay-before') await delay(fault.ms);
  if (fault.kind === 'hold-before') await pass(fault.gate);
  if (fault.kind === 'duplicate') await readAll(await ask(exchange, body));
};

const isAfter = (fault: Fault): boolean => ['delay-after', 'drop-after', 'truncate', 'hold-after'].includes(fault.kind);

/** The backend has answered; what reaches the browser is less, or later, or nothing. */
const spoil = async (fault: Fault, body: Buffer, answered: IncomingMessage, answer: ServerResponse): Promise<void> => {
  if (fault.kind === 'drop-after') return void answer.destroy();
  if (fault.kind === 'delay-after') await delay(fault.ms);
  if (fault.kind === 'hold-after') await pass(fault.gate);
  answer.writeHead(answered.statusCode ?? 502, answered.headers);
  if (fault.kind !== 'truncate') return void answer.end(body);
  answer.write(body.subarray(0, fault.bytes), () => answer.destroy());
};

const ask = ({ backend, asked, answer, seen }: Exchange, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', url = '/' } = asked;
    seen.push({ method, path: url, body: body.toString() });
    const upstream = sendOn(`${backend}${url}`, { method, headers: asked.headers }, resolve);
    upstream.once('error', reject);
    // A browser that is gone no longer listens to a stream.
    answer.once('close', () => upstream.destroy());
    upstream.end(body);
  });

const relay = (answered: IncomingMessage, answer: ServerResponse): void => {
  answer.writeHead(answered.statusCode ?? 502, answered.headers);
  answered.once('error', () => answer.destroy());
  answered.pipe(answer);
};

const readAll = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const pass = async (gate: Gate): Promise<void> => {
  gate.reach();
  await gate.opened;
};

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
