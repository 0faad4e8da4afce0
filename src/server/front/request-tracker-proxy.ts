/**
 * Request Tracker behind the portal's own origin: it sends no CORS headers, so a page of another one could not read it.
 * Only what the adapter asks of its API, and its way in and out, are reachable, and the browser is hidden from it: to one it
 * would answer that somebody is not signed in with a redirect to a page. Nothing but data comes back: a file that somebody
 * put into a field would otherwise be a page, or a script, of the portal's own origin.
 */
import { request as askPlainly, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as askSecurely } from 'node:https';
import { Readable } from 'node:stream';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import * as v from 'valibot';
import { clientAddress } from '../client-address.ts';
import { isSecure } from '../is-secure.ts';
import { originCheck } from '../origin-check.ts';
import { ProblemError } from '../problem.ts';
import { createSignInLimit, type SignInLimit } from '../session/sign-in-limit.ts';

/** A file of 25 MB, and what is around it. */
const mostBytes = 40_000_000;
/** RT reads a big file into its database before it says anything; the portal waits as long for that. */
const silenceMs = 600_000;
/** RT takes forms and files beside JSON; that they come from the portal's own pages is what the origin says. */
const types = ['application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'];

/** All that the adapter asks, by method. A name in a path may be encoded, but not what would lead out of it. */
const name = String.raw`(?!\.+(?:/|$))(?:[^/\\%]|%(?!2[ef]|5c))+`;
const passed: Readonly<Record<string, RegExp>> = {
  GET: new RegExp(
    `^/REST/2\\.0/(?:queues/all|queue/\\d+|customfield/\\d+|tickets|ticket/\\d+|transactions|attachments|attachment/\\d+|articles|user/${name})$`,
    'i',
  ),
  POST: /^\/REST\/2\.0\/ticket(?:\/\d+\/correspond)?$/,
  PUT: /^\/REST\/2\.0\/ticket\/\d+$/,
};

/** `target`: where RT is, as `http://rt.internal` or `http://rt.internal/path`. */
export const requestTrackerProxy = (target: string, now: () => number = Date.now): Hono => {
  const root = target.replace(/\/+$/, '');
  const limit = createSignInLimit(now);
  const app = new Hono();
  app.use('/REST/2.0/*', compress(), originCheck([], types), onlyWhatIsAsked);
  // A body is read for somebody who is signed in, and passed on when all of it is here: RT's few workers wait for nobody.
  app.on(['POST', 'PUT'], '/REST/2.0/*', onlySignedIn(root));
  app.on('PUT', '/REST/2.0/*', bodyLimit({ maxSize: 10_000, onError: tooLarge }));
  app.on('POST', '/REST/2.0/*', bodyLimit({ maxSize: mostBytes, onError: tooLarge }));
  app.all('/REST/2.0/*', async (context) => dataOnly(await forward(context, root)));
  app.use('/NoAuth/*', originCheck([], types), bodyLimit({ maxSize: 10_000, onError: tooLarge }));
  // Of these pages only the cookie that comes with them matters.
  app.post('/NoAuth/Login.html', (context) => signIn(context, root, limit));
  app.get('/NoAuth/Logout.html', async (context) => withoutBody(await forward(context, root)));
  return app.all('/REST/*', nothing).all('/NoAuth/*', nothing);
};

const onlyWhatIsAsked: MiddlewareHandler = async ({ req }, next) => {
  if (!passed[req.method]?.test(new URL(req.url).pathname)) nothing();
  await next();
};

const onlySignedIn =
  (root: string): MiddlewareHandler =>
  async (context, next) => {
    if (!(await isSignedIn(context, root, context.req.header('Cookie') ?? ''))) throw new ProblemError('not-signed-in');
    await next();
  };

const nothing = (): never => {
  throw new ProblemError('not-found');
};

const tooLarge = (): never => {
  throw new ProblemError('too-large');
};

const forward = async (context: Context, root: string): Promise<Response> => {
  const { method, raw, url } = context.req;
  const { pathname, search } = new URL(url);
  const body = method === 'PUT' ? Buffer.from(await allowedChange(context)) : Buffer.from(await context.req.arrayBuffer());
  const headers = { ...headersFor(raw, raw.headers.get('Cookie') ?? ''), ...contentType(raw) };
  return answerFrom(context, root, { method, path: `${pathname}${search}`, headers, body });
};

/** Who may set the status may change a great deal more of a ticket in RT: whose it is, and who hears of it. */
const allowedChange = async (context: Context): Promise<string> => {
  const change = v.safeParse(changeSchema, await context.req.json().catch(() => null));
  if (!change.success) throw new ProblemError('malformed');
  return JSON.stringify(change.output);
};
const changeSchema = v.strictObject({ Status: v.optional(v.string()), Priority: v.optional(v.number()) });

/**
 * RT counts no guesses. Its answer is the same page, right or wrong: what counts is who is there with the cookie that came
 * with it. Only a name and a password pass, so that the name that is counted is the one that is tried.
 */
const signIn = async (context: Context, root: string, limit: SignInLimit): Promise<Response> => {
  const { user, pass } = v.parse(signInFormSchema, await context.req.parseBody().catch(() => ({})));
  const tried = { name: countedName(user), address: clientAddress(context) };
  limit.take(tried);
  const headers = { ...headersFor(context.req.raw, ''), 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = Buffer.from(new URLSearchParams({ user, pass }).toString());
  const answer = await withoutBody(await answerFrom(context, root, { method: 'POST', path: '/NoAuth/Login.html', headers, body }));
  if (await isSignedIn(context, root, answer.headers.getSetCookie().join(';'))) limit.wasRight(tried);
  return answer;
};

/** RT takes a number for the id of a user, with as many noughts before it as one likes; and some databases look at no accents. */
const countedName = (user: string): string =>
  user
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replace(/^0+(?=\d)/, '');

/** A form without them is one that nobody can sign in with. */
const signInFormSchema = v.object({ user: v.fallback(v.string(), ''), pass: v.fallback(v.string(), '') });

const isSignedIn = async (context: Context, root: string, cookies: string): Promise<boolean> => {
  if (sessionCookies(cookies) === '') return false;
  const { ok, body } = await answerFrom(context, root, { method: 'GET', path: '/REST/2.0/rt', headers: headersFor(context.req.raw, cookies), body: noBody });
  await body?.cancel();
  return ok;
};
const noBody = Buffer.alloc(0);

type Question = { readonly method: string; readonly path: string; readonly headers: OutgoingHttpHeaders; readonly body: Buffer };

const answerFrom = async (context: Context, root: string, { path, ...question }: Question): Promise<Response> => {
  const forwardedFor = { 'X-Forwarded-For': clientAddress(context) };
  const headers = { ...question.headers, ...forwardedFor };
  const answer = await ask(new URL(`${root}${path}`), { ...question, headers }).catch((fault: unknown) => {
    throw new ProblemError('unavailable', String(fault));
  });
  const status = answer.statusCode ?? 502;
  const body = status === 204 || status === 304 ? null : (Readable.toWeb(answer) as ReadableStream);
  return new Response(body, { status, headers: headersFrom(answer, context.req.raw, root) });
};

/**
 * By Node's own client: under its fetch, a server that closes a connection while the answer is being read slowly can end
 * this whole process. Whatever was begun is sent to its end, also when the portal has gone away meanwhile.
 */
const ask = (url: URL, { method, headers, body }: Omit<Question, 'path'>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    // A connection of its own each: RT's server closes idle ones without a word, in the middle of the next request.
    const length = body.byteLength > 0 ? { 'Content-Length': body.byteLength } : {};
    const options = { method, headers: { ...headers, ...length }, agent: false, timeout: silenceMs } as const;
    const asking = url.protocol === 'https:' ? askSecurely(url, options, resolve) : askPlainly(url, options, resolve);
    asking.once('timeout', () => asking.destroy(new Error('no answer for too long')));
    asking.once('error', reject);
    asking.end(body);
  });

/** What is said besides a body. Any cookie but RT's own makes it take a program for a browser. */
const headersFor = (request: Request, cookies: string): OutgoingHttpHeaders => {
  const session = sessionCookies(cookies);
  return { ...named(request, ['Accept', 'If-Match', 'If-None-Match']), 'User-Agent': 'portico', ...(session === '' ? {} : { Cookie: session }) };
};

const contentType = (request: Request): OutgoingHttpHeaders => named(request, ['Content-Type']);

const named = (request: Request, names: readonly string[]): OutgoingHttpHeaders =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = request.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );

const sessionCookies = (cookies: string): string =>
  cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith('RT_SID_'))
    .join('; ');

const headersFrom = (answer: IncomingMessage, request: Request, root: string): Headers => {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  for (const name of ['content-type', 'date', 'retry-after', 'etag', 'last-modified'] as const) {
    const value = answer.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const { location } = answer.headers;
  if (location !== undefined) headers.set('Location', location.startsWith(root) ? location.slice(root.length) : location);
  for (const cookie of answer.headers['set-cookie'] ?? []) if (cookie.startsWith('RT_SID_')) headers.append('Set-Cookie', guarded(cookie, request));
  return headers;
};

/** RT's cookie has no SameSite, and none of it may be read by scripts: a form on another page must not act in its name. */
const guarded = (cookie: string, request: Request): string => {
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
  const others = attributes.filter((attribute) => !/^(?:path|httponly|samesite|secure|domain)\b/i.test(attribute));
  return [pair, ...others, 'Path=/', 'HttpOnly', 'SameSite=Lax', ...(isSecure(request) ? ['Secure'] : [])].join('; ');
};

/** A page says nothing that the portal could use, but its status does; where it says that all is well, nothing is. */
const dataOnly = async (answer: Response): Promise<Response> => {
  if (answer.body === null || answer.headers.get('Content-Type')?.startsWith('application/json')) return answer;
  await answer.body.cancel();
  if (answer.ok) throw new ProblemError('unavailable', 'an answer that is no data');
  const headers = new Headers(answer.headers);
  headers.delete('Content-Type');
  return new Response(null, { status: answer.status, headers });
};

const withoutBody = async (answer: Response): Promise<Response> => {
  await answer.body?.cancel();
  const headers = new Headers(answer.headers);
  for (const name of ['Content-Type', 'Location', 'ETag']) headers.delete(name);
  return answer.status >= 500 ? new Response(null, { status: 503, headers }) : new Response(null, { status: 204, headers });
};
