/**
 * A web server before another one, which compresses what that one does not: Request Tracker's own compresses nothing, and
 * nobody would run it like that. It uses brotli, as the portal's server does. It counts what it is asked, of both.
 */
import { once } from 'node:events';
import { createServer, request as sendOn, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { constants, createBrotliCompress, type BrotliCompress } from 'node:zlib';

export type CompressingProxy = { readonly address: string; readonly requests: () => number; readonly close: () => void };

export const startCompressingProxy = async (target: string): Promise<CompressingProxy> => {
  let requests = 0;
  const server = createServer((asked, answer) => {
    requests += 1;
    // A connection of its own each: Request Tracker's server closes idle ones without a word.
    const options = { method: asked.method ?? 'GET', headers: { ...asked.headers, connection: 'close' }, agent: false };
    const asking = sendOn(`${target}${asked.url}`, options, (answered) => relay(target, asked, answered, answer));
    asking.once('error', () => answer.destroy());
    // A browser that is gone waits for no answer.
    answer.once('close', () => asking.destroy());
    asked.pipe(asking);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const relay = (target: string, asked: IncomingMessage, answered: IncomingMessage, answer: ServerResponse): void => {
  if (answer.destroyed) return void answered.destroy();
  const isCompressed = isWorthIt(asked, answered);
  answer.writeHead(answered.statusCode ?? 502, headersFrom(target, answered, isCompressed));
  pipeline([answered, ...(isCompressed ? [compressor()] : []), answer], () => undefined);
};

const isWorthIt = ({ headers: { 'accept-encoding': accepted } }: IncomingMessage, { statusCode, headers }: IncomingMessage): boolean =>
  statusCode === 200 &&
  headers['content-encoding'] === undefined &&
  /\bbr\b/.test(String(accepted)) &&
  /^text\/|javascript|json|xml/.test(headers['content-type'] ?? '');

/** At a quality that servers use for what they make anew each time. */
const compressor = (): BrotliCompress => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

const headersFrom = (target: string, answered: IncomingMessage, isCompressed: boolean): OutgoingHttpHeaders => {
  const headers: OutgoingHttpHeaders = { ...answered.headers };
  // These are of its own connection, which the browser does not share.
  for (const name of ['connection', 'keep-alive', 'transfer-encoding']) delete headers[name];
  if (headers.location?.startsWith(target)) headers.location = headers.location.slice(target.length);
  if (!isCompressed) return headers;
  delete headers['content-length'];
  return { ...headers, 'content-encoding': 'br', vary: 'Accept-Encoding' };
};
