import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { personHeader, versionHeader } from '../contract/routes.ts';

/** Lets pages of other origins read the answers: the portal on a static host of its own, where that host is named (WHATWG Fetch, "CORS protocol"). */
export const answerOtherOrigins = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: [...origins],
    credentials: true,
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['Content-Type', 'Last-Event-ID', personHeader, versionHeader],
    // Back-off reads both: how long to wait, and by which clock.
    exposeHeaders: ['Retry-After', 'Date'],
    maxAge: 7200,
  });
