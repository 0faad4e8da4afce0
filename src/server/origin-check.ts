/** Who may write: JSON (or raw bytes) from the portal's own pages, never a form on somebody else's. */
import type { Context, MiddlewareHandler } from 'hono';
import { isSecure } from './is-secure.ts';
import { ProblemError } from './problem.ts';

const writingMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Types that a page of another origin can only send after asking (WHATWG Fetch, "CORS-safelisted request-header"). */
const askedForTypes = ['application/json', 'application/octet-stream'];

export const originCheck =
  (extraOrigins: readonly string[], types: readonly string[] = askedForTypes): MiddlewareHandler =>
  async (context, next) => {
    if (writingMethods.has(context.req.method)) {
      const origin = context.req.header('Origin');
      if (origin !== undefined && !isOwn(origin, context) && !extraOrigins.includes(origin)) throw new ProblemError('foreign-origin');
      const type = context.req.header('Content-Type')?.split(';')[0];
      if (context.req.method !== 'DELETE' && !types.includes(type ?? '')) throw new ProblemError('malformed');
    }
    await next();
  };

/** Of the same host; a page that came without TLS is another origin for a portal that is behind it (RFC 6454). */
const isOwn = (origin: string, { req }: Context): boolean => {
  if (!URL.canParse(origin)) return false;
  const { host, protocol } = new URL(origin);
  return host === req.header('Host') && (protocol === 'https:' || !isSecure(req.raw));
};
