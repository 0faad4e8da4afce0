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
  // Watched from before the first reading here: a commit while a page is read or written is not missed.
  const commits = countCommits(deps);
  try {
    let page: FeedPage | null = first;
    let cursor = since;
    let seen = -1;
    while (!ending.signal.aborted) {
      // The first page also says hello; later ones are sent when there is something to say.
      if (page.cursor !== cursor) await stream.writeSSE({ id: page.cursor, data: JSON.stringify(pageOf(deps, page)) });
      cursor = page.cursor;
      if (!page.more) await nextCommit(commits, seen, stream, ending.signal);
      if (ending.signal.aborted || (await sessionPerson(deps, context))?.id !== person.id) return;
      seen = commits.count();
      page = await readFeed(deps.database, person, cursor);
      if (!page) return;
    }
  } finally {
    commits.stop();
    deps.stopping.removeEventListener('abort', end);
  }
};

type Commits = { readonly count: () => number; readonly onNext: (listener: (() => void) | null) => void; readonly stop: () => void };

const countCommits = ({ watch }: ServerDeps): Commits => {
  let count = 0;
  let next: (() => void) | null = null;
  const stop = watch.onCommit(() => {
    count += 1;
    next?.();
  });
  return {
    count: () => count,
    onNext: (listener) => {
      next = listener;
    },
    stop,
  };
};

/** Resolves when there was a commit after `seen` of them, or at the end; says something now and then, so that both sides notice a dead line. */
const nextCommit = (commits: Commits, seen: number, stream: SSEStreamingApi, ending: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (commits.count() !== seen) return resolve();
    const done = (): void => {
      commits.onNext(null);
      clearInterval(heartbeat);
      ending.removeEventListener('abort', done);
      resolve();
    };
    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs);
    commits.onNext(done);
    ending.addEventListener('abort', done, { once: true });
  });
