/** Who may write: JSON (or raw bytes) from the portal's own pages, never a form on somebody else's. */
import type { MiddlewareHandler } from 'hono';
import { ProblemError } from './problem.ts';

const writingMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Types that a page of another origin can only send after asking (WHATWG Fetch, "CORS-safelisted request-header"). */
const askedForTypes = ['application/json', 'application/octet-stream'];

export const originCheck =
  (extraOrigins: readonly string[], types: readonly string[] = askedForTypes): MiddlewareHandler =>
  async (context, next) => {
    if (writingMethods.has(context.req.method)) {
      const origin = context.req.header('Origin');
      if (origin !== undefined && !isOwn(origin, context.req.header('Host')) && !extraOrigins.includes(origin)) throw new ProblemError('foreign-origin');
      const type = context.req.header('Content-Type')?.split(';')[0];
      if (context.req.method !== 'DELETE' && !types.includes(type ?? '')) throw new ProblemError('malformed');
    }
    await next();
  };

const isOwn = (origin: string, host: string | undefined): boolean => URL.canParse(origin) && new URL(origin).host === host;
