import type { Context } from 'hono';

/** The peer's address where the server has a socket; behind a proxy on this machine, the one that the proxy names. */
export const clientAddress = (context: Context): string => {
  const incoming = (context.env as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined)?.incoming;
  const peer = incoming?.socket?.remoteAddress ?? 'unknown';
  const forwardedFor = context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return loopback.has(peer) && forwardedFor ? forwardedFor : peer;
};

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
