/** A server on its socket, and a stop that loses nothing. */
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Settings } from './settings.ts';

type Place = Pick<Settings, 'HOST' | 'PORT'>;
type Moments = {
  readonly onOpen: (port: number) => void;
  /** Told to stop: what is open for long should end. */
  readonly onStop: () => void;
  /** Nothing is under way any more. */
  readonly onStopped: () => Promise<void>;
};

/** Until SIGTERM or SIGINT. */
export const listen = (app: Hono, { HOST, PORT }: Place, { onOpen, onStop, onStopped }: Moments): void => {
  let isStopping = false;
  const server = serve({ fetch: app.fetch, port: PORT, hostname: HOST }, ({ port }) => onOpen(port));
  // A file of 25 MB takes eight minutes on a slow line.
  if ('requestTimeout' in server) server.requestTimeout = slowestRequestMs;
  server.on('error', (fault: NodeJS.ErrnoException) => exitWith(fault.code === 'EADDRINUSE' ? portInUse(PORT) : fault));
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    onStop();
    server.close(() => void onStopped().then(() => process.exit(0)));
    // A connection that was busy a moment ago is kept open for more: nothing more is taken.
    setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50).unref();
    // Whoever has not finished by then has stopped sending: nothing of theirs is lost, they come again.
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patienceMs).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

const slowestRequestMs = 900_000;

const portInUse = (port: number): Error => new Error(`Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`);

/** How long a stopping server waits for requests that are under way. */
const patienceMs = 10_000;

/** The line that says where it is, for people and for whoever waits for it. */
export const openAt = (place: Place, port: number): string => `Portico is open at ${addressOf(place, port)}`;

export const addressOf = ({ HOST }: Place, port: number): string => `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`;

/** A server that cannot start says why in a line. */
export const exitWith = (fault: unknown): never => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
};
