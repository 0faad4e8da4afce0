/**
 * A slow line before a server. It is made of TCP and not by the browser's own throttling, which neither slows nor counts
 * what a service worker fetches. Bytes wait for their turn, then travel; the handshake and the slow start of TCP are left out.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { pipeline, Transform } from 'node:stream';

export type Line = { readonly bytesPerSecond: number; /** There and back. */ readonly latencyMs: number };

export type SlowLine = {
  readonly address: string;
  /** All that has come over it so far, in both directions. */
  readonly bytes: () => number;
  readonly close: () => void;
};

export const startSlowLine = async (target: string, { bytesPerSecond, latencyMs }: Line): Promise<SlowLine> => {
  let bytes = 0;
  const sockets = new Set<Socket>();
  const count = (length: number): void => void (bytes += length);
  const [up, down] = [createLane(bytesPerSecond), createLane(bytesPerSecond)];
  const server = createServer({ allowHalfOpen: true }, (browser) => {
    const desk = connect({ host: '127.0.0.1', port: Number(new URL(target).port), allowHalfOpen: true });
    for (const socket of [browser, desk]) sockets.add(socket.once('close', () => sockets.delete(socket)));
    // Either side may break off: that is no fault of the line.
    pipeline(browser, travel(up, latencyMs / 2, count), desk, travel(down, latencyMs / 2, count), browser, () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bytes,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};

/** Puts so many bytes on the line, and says in how many milliseconds they are all on it. */
type Lane = (length: number) => number;

/** One for all connections of a direction: each has one packet waiting at most, so that they take turns. */
const createLane = (bytesPerSecond: number): Lane => {
  let freeAt = 0;
  return (length) => {
    const now = performance.now();
    freeAt = Math.max(freeAt, now) + (length / bytesPerSecond) * 1_000;
    return freeAt - now;
  };
};

/** What fits into a frame of Ethernet. */
const packetBytes = 1_460;

const travel = (lane: Lane, latencyMs: number, count: (length: number) => void): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const putFrom = (at: number): void => {
        if (at >= chunk.length) return done();
        const packet = chunk.subarray(at, at + packetBytes);
        count(packet.length);
        setTimeout(() => {
          // Timers of the same length go off in the order in which they were set.
          setTimeout(() => this.push(packet), latencyMs);
          putFrom(at + packetBytes);
        }, lane(packet.length));
      };
      putFrom(0);
    },
    flush: (done) => void setTimeout(done, latencyMs),
  });
