/** A file as it goes over the wire: compressed once for all who ask, and not sent again to those who have it. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseEncoding, type Encoding } from './choose-encoding.ts';

export type ServedFile = {
  readonly type: string;
  readonly cacheControl: string;
  readonly bytes: Buffer<ArrayBuffer>;
  readonly hash: string;
  readonly compressed: Map<Encoding, Promise<Buffer<ArrayBuffer>>>;
};

export const cacheForEver = 'public, max-age=31536000, immutable';
/** Kept, but asked about each time. */
export const cacheAndAsk = 'no-cache';

export const servedFile = (type: string, cacheControl: string, bytes: Buffer<ArrayBuffer>): ServedFile => ({
  type,
  cacheControl,
  bytes,
  hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 27),
  compressed: new Map(),
});

export const serveFile = async (file: ServedFile, request: Request): Promise<Response> => {
  const encoding = isWorthCompressing(file) ? chooseEncoding(request.headers.get('Accept-Encoding') ?? '') : 'identity';
  const etag = `"${file.hash}-${encoding}"`;
  const headers: Record<string, string> = { 'Cache-Control': file.cacheControl, ETag: etag, Vary: 'Accept-Encoding' };
  if (isKnown(request.headers.get('If-None-Match'), etag)) return new Response(null, { status: 304, headers });
  const body = await encoded(file, encoding);
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
  return new Response(body, { headers: { ...headers, 'Content-Type': file.type, 'Content-Length': String(body.byteLength) } });
};

const isWorthCompressing = (file: ServedFile): boolean => file.bytes.byteLength > 1000 && /^text\/|json|javascript|svg|xml/.test(file.type);

/** A proxy that compresses by itself weakens the tag (`W/"…"`): for a GET the comparison is weak anyway (RFC 9110 §13.1.2). */
const isKnown = (ifNoneMatch: string | null, etag: string): boolean =>
  ifNoneMatch !== null && ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

const encoded = (file: ServedFile, encoding: Encoding): Promise<Buffer<ArrayBuffer>> => {
  const known = file.compressed.get(encoding);
  if (known) return known;
  const made = compress(file.bytes, encoding);
  file.compressed.set(encoding, made);
  return made;
};

const compress = async (bytes: Buffer<ArrayBuffer>, encoding: Encoding): Promise<Buffer<ArrayBuffer>> => {
  switch (encoding) {
    case 'br':
      return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } });
    case 'gzip':
      return promisify(gzip)(bytes, { level: 9 });
    case 'identity':
      return bytes;
  }
};
