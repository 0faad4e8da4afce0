import { Hono, type Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { routes } from '../../contract/routes.ts';
import type { Person } from '../../domain/person.ts';
import { beginLine, endLine } from '../chat/lease.ts';
import { factsOfFault } from '../log.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';
import { requirePerson, sessionAudience, sessionHash, sessionPerson } from '../session/sessions.ts';
import { createBell, type Bell } from './bell.ts';
import { audiencesOf, createFeedReader, type FeedPage, type FeedReader } from './read-feed.ts';
import { createSharedBeat, type SharedBeat } from './shared-beat.ts';
import { audiences } from './write-feed.ts';

/** The changes since a cursor, as a page of JSON or as a stream of pages that stays open. */
export const changeRoutes = (deps: ServerDeps): Hono => {
  const app = new Hono();
  const feed = createFeedReader(deps.database);
  const beat = createSharedBeat(deps.watch, deskBeatMs);
  app.get(routes.changes, async (context) => {
    const person = await requirePerson(deps, context);
    const since = context.req.header('Last-Event-ID') ?? context.req.query('since') ?? null;
    const first = await feed.read(person, since);
    if (!first) throw new ProblemError('start-over');
    if (!(context.req.header('Accept') ?? '').includes('text/event-stream'))
      return context.body(pageOf(deps, first), { headers: { 'Content-Type': 'application/json' } });
    return streamSSE(context, (stream) => streamPages({ deps, feed, beat, context, stream, person }, since));
  });
  return app;
};

/** Bodies are put in as they were stored: most of a page is written often and read by nobody here. */
const pageOf = (deps: ServerDeps, { changes, ...page }: FeedPage): string => {
  const envelope = JSON.stringify({ portico: 1, ...page, serverTime: deps.now() });
  return `${envelope.slice(0, -1)},"changes":[${changes.join(',')}]}`;
};

/** What is for a whole desk is read so often at most. What is for somebody themselves is read at once. */
const deskBeatMs = 1_000;

type Listener = {
  readonly deps: ServerDeps;
  readonly feed: FeedReader;
  readonly beat: SharedBeat;
  readonly context: Context;
  readonly stream: SSEStreamingApi;
  readonly person: Person;
};

/**
 * Pages as they come about, until somebody hangs up, the server stops or the session is over. A cursor that went stale
 * ends the stream too: whoever asks again is told to start over.
 */
const streamPages = async (listener: Listener, since: string | null): Promise<void> => {
  const { deps, feed, context, stream, person } = listener;
  const bell = createBell();
  const session = createSessionLook(deps, context);
  const stopFollowing = follow(listener, bell, session.lookAgain);
  bell.ring();
  try {
    await beginLine(deps, person, sessionHash(context));
    for (let cursor = since, told: string | null = null; ;) {
      await bell.rung();
      if (stream.aborted || deps.stopping.aborted) return;
      const current = await session.person();
      const page = current?.id === person.id ? await feed.read(current, cursor) : null;
      if (!page) return;
      // The first page is sent though it be empty: it says that the line stands, and what time it is here.
      if (page.cursor !== told) await stream.writeSSE({ id: page.cursor, data: pageOf(deps, page) });
      cursor = told = page.cursor;
      if (page.more) bell.ring();
    }
  } catch (fault) {
    // The answer has begun, so it cannot become a problem; the device comes again with its cursor.
    deps.log('fault', factsOfFault(fault));
  } finally {
    // A server that stops leaves the lease to the next one.
    if (deps.stopping.aborted) stopFollowing();
    else await endLine(deps, person, sessionHash(context), stopFollowing).catch((fault: unknown) => deps.log('fault', factsOfFault(fault)));
  }
};

const heartbeatMs = 15_000;
const heartbeatsToLookAgain = 4;

/** Whose session it is, looked at every few seconds while a stream is busy, and at once where word came of it or of its person. */
const createSessionLook = (deps: ServerDeps, context: Context) => {
  let seen: Person | null = null;
  let seenAt = Number.NEGATIVE_INFINITY;
  return {
    lookAgain: () => (seenAt = Number.NEGATIVE_INFINITY),
    person: async (): Promise<Person | null> => {
      if (deps.now() - seenAt < sessionLookMs) return seen;
      seenAt = deps.now();
      return (seen = await sessionPerson(deps, context));
    },
  };
};

const sessionLookMs = 5_000;

/** Rings after each commit that concerns this person, at the end, and now and then: a session may end without a word. */
const follow = ({ deps, beat, context, stream, person }: Listener, { ring }: Bell, lookAgain: () => void): (() => void) => {
  const own = audiences.person(person.id);
  const stopShared = beat.follow(
    audiencesOf(person).filter((audience) => audience !== own),
    ring,
  );
  // What they may is told to them like what they have: it may be that.
  const stopOwn = deps.watch.onCommit(() => {
    lookAgain();
    ring();
  }, [own, sessionAudience(context)]);
  let heartbeats = 0;
  // Said to a silent line, so that both sides notice a dead one.
  const heartbeat = setInterval(() => {
    heartbeats += 1;
    void stream.write(': still here\n\n');
    if (heartbeats % heartbeatsToLookAgain === 0) ring();
  }, heartbeatMs);
  const stopSignals = deps.signals.onSignal(person.id, (heard) => void stream.writeSSE({ event: 'signal', data: JSON.stringify(heard) }));
  stream.onAbort(ring);
  deps.stopping.addEventListener('abort', ring);
  return () => {
    stopOwn();
    stopShared();
    stopSignals();
    clearInterval(heartbeat);
    deps.stopping.removeEventListener('abort', ring);
  };
};
