import { Hono, type Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { routes } from '../../contract/routes.ts';
import type { Person } from '../../domain/person.ts';
import { prolongLease } from '../chat/lease.ts';
import { factsOfFault } from '../log.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';
import { requirePerson, sessionAudience, sessionPerson } from '../session/sessions.ts';
import { createBell } from './bell.ts';
import { audiencesOf, readFeed, type FeedPage } from './read-feed.ts';

/** The changes since a cursor, as a page of JSON or as a stream of pages that stays open. */
export const changeRoutes = (deps: ServerDeps): Hono => {
  const app = new Hono();
  app.get(routes.changes, async (context) => {
    const person = await requirePerson(deps, context);
    const since = context.req.header('Last-Event-ID') ?? context.req.query('since') ?? null;
    const first = await readFeed(deps.database, person, since);
    if (!first) throw new ProblemError('start-over');
    if (!(context.req.header('Accept') ?? '').includes('text/event-stream')) return context.json(pageOf(deps, first));
    return streamSSE(context, (stream) => streamPages(deps, context, stream, person, since));
  });
  return app;
};

const pageOf = (deps: ServerDeps, page: FeedPage): Record<string, unknown> => ({ portico: 1, ...page, serverTime: deps.now() });

/**
 * Pages as they come about, until somebody hangs up, the server stops or the session is over. A cursor that went stale
 * ends the stream too: whoever asks again is told to start over.
 */
const streamPages = async (deps: ServerDeps, context: Context, stream: SSEStreamingApi, person: Person, since: string | null): Promise<void> => {
  const bell = createBell();
  const stopFollowing = follow(deps, context, stream, person, bell.ring);
  bell.ring();
  try {
    await prolongLease(deps, person);
    for (let cursor = since, told: string | null = null; ;) {
      await bell.rung();
      if (stream.aborted || deps.stopping.aborted) return;
      const current = await sessionPerson(deps, context);
      const page = current?.id === person.id ? await readFeed(deps.database, current, cursor) : null;
      if (!page) return;
      // The first page is sent though it be empty: it says that the line stands, and what time it is here.
      if (page.cursor !== told) await stream.writeSSE({ id: page.cursor, data: JSON.stringify(pageOf(deps, page)) });
      cursor = told = page.cursor;
      if (page.more) bell.ring();
    }
  } catch (fault) {
    // The answer has begun, so it cannot become a problem; the device comes again with its cursor.
    deps.log('fault', factsOfFault(fault));
  } finally {
    stopFollowing();
  }
};

const heartbeatMs = 15_000;
const heartbeatsToLookAgain = 4;

/** Rings after each commit that concerns this person, at the end, and now and then: a session may end without a word. */
const follow = (deps: ServerDeps, context: Context, stream: SSEStreamingApi, person: Person, ring: () => void): (() => void) => {
  const stopWatching = deps.watch.onCommit(ring, [...audiencesOf(person), sessionAudience(context)]);
  let heartbeats = 0;
  // Said to a silent line, so that both sides notice a dead one.
  const heartbeat = setInterval(() => {
    heartbeats += 1;
    void stream.write(': still here\n\n');
    prolongLease(deps, person).catch((fault: unknown) => deps.log('fault', factsOfFault(fault)));
    if (heartbeats % heartbeatsToLookAgain === 0) ring();
  }, heartbeatMs);
  const stopSignals = deps.signals.onSignal(person.id, (heard) => void stream.writeSSE({ event: 'signal', data: JSON.stringify(heard) }));
  stream.onAbort(ring);
  deps.stopping.addEventListener('abort', ring);
  return () => {
    stopWatching();
    stopSignals();
    clearInterval(heartbeat);
    deps.stopping.removeEventListener('abort', ring);
  };
};
