/** Sessions: a random token in a cookie, its hash in the database. */
import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ExpressionBuilder } from 'kysely';
import * as v from 'valibot';
import { personSchema } from '../../contract/person.ts';
import { personHeader, versionHeader } from '../../contract/routes.ts';
import { wireVersion } from '../../contract/version.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import { sweepSignedOut } from '../chat/sweep-chats.ts';
import type { Schema } from '../database/schema.ts';
import { audiences } from '../feed/write-feed.ts';
import { factsOfFault } from '../log.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';

export const sessionCookie = 'portico_session';
const lifeMs = 30 * 86_400_000;

export const startSession = async (deps: ServerDeps, context: Context, person: Person): Promise<void> => {
  const token = randomBytes(32).toString('base64url');
  await deps.database.deleteFrom('sessions').where('expires_at', '<', deps.now()).execute();
  await deps.database
    .insertInto('sessions')
    .values({ token_hash: hashOf(token), person_id: person.id, expires_at: deps.now() + lifeMs })
    .execute();
  setSessionCookie(context, token);
};

export const endSession = async (deps: ServerDeps, context: Context): Promise<void> => {
  const tokenHash = sessionHash(context);
  const ended = await deps.database.deleteFrom('sessions').where('token_hash', '=', tokenHash).returning(['person_id', chats]).executeTakeFirst();
  deleteCookie(context, sessionCookie, { path: '/' });
  deps.watch.committed([sessionAudience(context)]);
  if (!ended || Number(ended.chats) === 0) return;
  // Signed out they are all the same: what fails here is done when their lease has run out.
  await sweepSignedOut(deps, ended.person_id as PersonId).catch((fault: unknown) => deps.log('fault', factsOfFault(fault)));
};

/** Has whoever this session is of ever been there to chat? Asked with what ends it: for most people there is nothing more to do. */
const chats = (row: ExpressionBuilder<Schema, 'sessions'>) =>
  row
    .selectFrom('presences')
    .whereRef('presences.person_id', '=', 'sessions.person_id')
    .select(({ fn }) => fn.countAll().as('count'))
    .$asScalar()
    .as('chats');

/** What the session is known by in the database. */
export const sessionHash = (context: Context): string => hashOf(getCookie(context, sessionCookie) ?? '');

/** Those who listen with this session: they are to notice when it ends. */
export const sessionAudience = (context: Context): string => audiences.session(sessionHash(context));

/** Whose session this is; null when it is nobody's. Only looks: a stream that stays open cannot hand out a cookie. */
export const sessionPerson = async (deps: ServerDeps, context: Context): Promise<Person | null> => (await findSession(deps, context))?.person ?? null;

/** Whose session this is, and it goes on: a session in use is prolonged, at most once a day. */
export const prolongedSessionPerson = async (deps: ServerDeps, context: Context): Promise<Person | null> => {
  const session = await findSession(deps, context);
  if (session && session.expiresAt < deps.now() + lifeMs - 86_400_000) await prolong(deps, context, session.token);
  return session?.person ?? null;
};

type Session = { readonly token: string; readonly expiresAt: Instant; readonly person: Person };

const findSession = async (deps: ServerDeps, context: Context): Promise<Session | null> => {
  const token = getCookie(context, sessionCookie);
  if (!token) return null;
  const row = await deps.database
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .select(['people.body', 'sessions.expires_at'])
    .where('sessions.token_hash', '=', hashOf(token))
    .executeTakeFirst();
  if (!row || Number(row.expires_at) < deps.now()) return null;
  return { token, expiresAt: Number(row.expires_at), person: v.parse(personSchema, JSON.parse(row.body)) };
};

/** The person a request is for: the session must be theirs, or nothing is done. */
export const requirePerson = async (deps: ServerDeps, context: Context): Promise<Person> => {
  const version = Number(context.req.header(versionHeader) ?? wireVersion);
  if (!(version >= wireVersion)) throw new ProblemError('update-the-app');
  const person = await prolongedSessionPerson(deps, context);
  if (!person) throw new ProblemError('not-signed-in');
  if (context.req.header(personHeader) !== person.id) throw new ProblemError('other-session');
  return person;
};

const prolong = async (deps: ServerDeps, context: Context, token: string): Promise<void> => {
  await deps.database
    .updateTable('sessions')
    .set({ expires_at: deps.now() + lifeMs })
    .where('token_hash', '=', hashOf(token))
    .execute();
  setSessionCookie(context, token);
};

const setSessionCookie = (context: Context, token: string): void =>
  setCookie(context, sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: !isPlainLoopback(context), maxAge: lifeMs / 1000 });

/** Plain http on the machine itself is where newcomers start; everywhere else the cookie wants TLS. */
const isPlainLoopback = (context: Context): boolean => {
  const { protocol, hostname } = new URL(context.req.url);
  return protocol === 'http:' && (context.req.header('X-Forwarded-Proto') ?? 'http') === 'http' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
