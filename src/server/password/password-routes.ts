/** Setting a password by a link, and asking for one: neither needs a session. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { linkRequestSchema, linkSchema, newPasswordSchema } from '../../contract/password.ts';
import { personSchema } from '../../contract/person.ts';
import { doorRoutes } from '../../contract/routes.ts';
import { brokenRules } from '../../domain/password.ts';
import { clientAddress } from '../client-address.ts';
import { audiences } from '../feed/write-feed.ts';
import { parseBody } from '../parse-body.ts';
import { personByEmail } from '../records/person-by-email.ts';
import type { ServerDeps } from '../server-deps.ts';
import { createAttemptLimit, takeOrSlowDown } from '../session/attempt-limit.ts';
import { hashPassword } from '../session/passwords.ts';
import { sessionPerson, startSession } from '../session/sessions.ts';
import { forgottenPasswordLetter } from './password-letters.ts';
import { forgetOldLinks, holderOfLink, makePasswordLink, takeLink } from './password-links.ts';
import { freeLetters, postPasswordLink } from './post-link.ts';

export const passwordRoutes = (deps: ServerDeps): Hono => {
  const perEmail = createAttemptLimit(deps.now, freeLetters);
  const perAddress = createAttemptLimit(deps.now, 30);
  const app = new Hono();

  app.post(doorRoutes.passwordLink, async (context) => {
    const email = (await parseBody(context, linkRequestSchema)).email.toLowerCase();
    takeOrSlowDown(perEmail, email);
    takeOrSlowDown(perAddress, clientAddress(context));
    await postLinkTo(deps, email);
    return context.json({ portico: 1, serverTime: deps.now() });
  });

  app.post(doorRoutes.passwordHolder, async (context) => {
    const { token } = await parseBody(context, linkSchema);
    const row = await holderOfLink(deps, deps.database, token);
    return context.json({ portico: 1, holder: row && holderOf(row), serverTime: deps.now() });
  });

  app.post(doorRoutes.password, async (context) => {
    const { token, password } = await parseBody(context, newPasswordSchema);
    const answer = await setPassword(deps, token, password);
    if (answer.outcome === 'set') {
      // Somebody else is signed in here, and has asked for nothing: they stay.
      const here = await sessionPerson(deps, context);
      if (!here || here.id === answer.person.id) await startSession(deps, context, answer.person);
    }
    return context.json({ portico: 1, ...answer, serverTime: deps.now() });
  });

  return app;
};

/** An address that nobody has costs as much work as any other: the time taken tells nothing. */
const postLinkTo = async (deps: ServerDeps, email: string): Promise<void> => {
  await deps.writeTogether(async (transaction) => {
    await forgetOldLinks(deps, transaction);
    const row = await personByEmail(transaction, email);
    if (row) await postPasswordLink(deps, transaction, row, forgottenPasswordLetter);
    else await makePasswordLink(deps, transaction, nobody);
  });
  deps.watch.committed([]);
};

/** The link of nobody sets no password. */
const nobody = '';

type PersonRow = NonNullable<Awaited<ReturnType<typeof holderOfLink>>>;

const holderOf = ({ user_name, body }: PersonRow) => {
  const { name, email } = v.parse(personSchema, JSON.parse(body));
  return { name, email, userName: user_name };
};

/** Everybody else who is signed in as this person is signed out: whoever knew the old password is gone. */
const setPassword = async (deps: ServerDeps, token: string, password: string) => {
  const row = await holderOfLink(deps, deps.database, token);
  if (!row) return { outcome: 'link-over' } as const;
  const rules = brokenRules(password, holderOf(row));
  if (rules.length > 0) return { outcome: 'not-accepted', rules } as const;
  // Outside the transaction: hashing is dear on purpose, and nobody shall wait for it.
  const hash = await hashPassword(password, deps.passwordCost);
  const isTaken = await deps.writeTogether(async (transaction) => {
    if (!(await takeLink(transaction, token, row.id))) return false;
    await transaction.updateTable('people').set({ password_hash: hash }).where('id', '=', row.id).execute();
    await transaction.deleteFrom('sessions').where('person_id', '=', row.id).execute();
    return true;
  });
  // Streams that are open under those sessions are to notice.
  if (isTaken) deps.watch.committed([audiences.person(row.id)]);
  return isTaken ? ({ outcome: 'set', person: v.parse(personSchema, JSON.parse(row.body)) } as const) : ({ outcome: 'link-over' } as const);
};
