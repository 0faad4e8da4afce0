import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { personSchema } from '../../contract/person.ts';
import { routes } from '../../contract/routes.ts';
import { signInSchema } from '../../contract/session.ts';
import type { Person } from '../../domain/person.ts';
import { clientAddress } from '../client-address.ts';
import { ProblemError } from '../problem.ts';
import type { PasswordCost, ServerDeps } from '../server-deps.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { endSession, prolongedSessionPerson, startSession } from './sessions.ts';
import { createSignInLimit } from './sign-in-limit.ts';

/** Who is signed in, signing in, signing out. */
export const sessionRoutes = (deps: ServerDeps): Hono => {
  const limit = createSignInLimit(deps.now);
  const app = new Hono();

  app.get(routes.session, async (context) => context.json({ portico: 1, person: await prolongedSessionPerson(deps, context), serverTime: deps.now() }));

  app.post(routes.session, async (context) => {
    const { user, password } = await parseSignIn(context);
    const tried = { name: user.toLowerCase(), address: clientAddress(context) };
    limit.take(tried);
    const person = await personBySecret(deps, tried.name, password);
    if (!person) throw new ProblemError('wrong-credentials');
    limit.wasRight(tried);
    await startSession(deps, context, person);
    return context.json({ portico: 1, person, serverTime: deps.now() });
  });

  app.delete(routes.session, async (context) => {
    await endSession(deps, context);
    return context.json({ portico: 1, person: null, serverTime: deps.now() });
  });

  return app;
};

const parseSignIn = async (context: Context): Promise<v.InferOutput<typeof signInSchema>> => {
  const parsed = v.safeParse(signInSchema, await context.req.json().catch(() => null));
  if (!parsed.success) throw new ProblemError('malformed');
  return parsed.output;
};

/** An unknown name costs as much work as a wrong password: the time taken tells nothing. */
const personBySecret = async (deps: ServerDeps, name: string, password: string): Promise<Person | null> => {
  const row = await deps.database.selectFrom('people').selectAll().where('user_name', '=', name).where('has_left', '=', 0).executeTakeFirst();
  const stored = row?.password_hash ?? (await decoyHash(deps));
  const right = await isPassword(password, stored);
  return row && right ? v.parse(personSchema, JSON.parse(row.body)) : null;
};

/** Made once, when it is first needed, for the same cost as the real ones. */
const decoyByCost = new WeakMap<PasswordCost, Promise<string>>();
const decoyHash = ({ passwordCost }: ServerDeps): Promise<string> => {
  const decoy = decoyByCost.get(passwordCost) ?? hashPassword('nobody has this password', passwordCost);
  decoyByCost.set(passwordCost, decoy);
  return decoy;
};
