import { Hono, type Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { routes } from '../../contract/routes.ts';
import type { Person } from '../../domain/person.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';
import { requirePerson, sessionPerson } from '../session/sessions.ts';
import { readFeed, type FeedPage } from './read-feed.ts';

const heartbeatMs = 15_000;

/** The changes since a cursor, as a page of JSON or as a stream of pages that stays open. */
export const changeRoutes = (deps: ServerDeps): Hono => {
  const app = new Hono();
  app.get(routes.changes, async (context) => {
    const person = await requirePerson(deps, context);
    const since = context.req.header('Last-Event-ID') ?? context.req.query('since') ?? null;
    const first = await readFeed(deps.database, person, since);
    if (!first) throw new ProblemError('start-over');
    if (!(context.req.header('Accept') ?? '').includes('text/event-stream')) return context.json(pageOf(deps, first));
    return streamSSE(context, (stream) => streamPages(deps, context, stream, person, first, since));
  });
  return app;
};

const pageOf = (deps: ServerDeps, page: FeedPage): Record<string, unknown> => ({ portico: 1, ...page, serverTime: deps.now() });

const streamPages = async (deps: ServerDeps, context: Context, stream: SSEStreamingApi, person: Person, first: FeedPage, since: string | null): Promise<void> => {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  stream.onAbort(end);
  deps.stopping.addEventListener('abort', end, { once: true });
  try {
    let page = first;
    let cursor = since;
    while (!ending.signal.aborted) {
      // The first page also says hello; later ones are sent when there is something to say.
      if (page.cursor !== cursor) await stream.writeSSE({ id: page.cursor, data: JSON.stringify(pageOf(deps, page)) });
      cursor = page.cursor;
      if (!page.more) await nextCommit(deps, stream, ending.signal);
      if (ending.signal.aborted || (await sessionPerson(deps, context))?.id !== person.id) return;
      const next = await readFeed(deps.database, person, cursor);
      if (!next) return;
      page = next;
    }
  } finally {
    deps.stopping.removeEventListener('abort', end);
  }
};

/** Resolves after a commit, or at the end; says something now and then, so that both sides notice a dead line. */
const nextCommit = (deps: ServerDeps, stream: SSEStreamingApi, ending: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      stop();
      clearInterval(heartbeat);
      ending.removeEventListener('abort', done);
      resolve();
    };
    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs);
    const stop = deps.watch.onCommit(done);
    ending.addEventListener('abort', done, { once: true });
  });
