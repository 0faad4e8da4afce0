/** Asking for an account: without a session, so limited by where it comes from and in all. */
import { Hono } from 'hono';
import { registerRequestSchema, stateRequestSchema } from '../../contract/registration.ts';
import { doorRoutes } from '../../contract/routes.ts';
import { isWritableThroughout } from '../../domain/writable-text.ts';
import { hashOfAction } from '../actions/read-action.ts';
import { clientAddress } from '../client-address.ts';
import { parseBody } from '../parse-body.ts';
import { ProblemError } from '../problem.ts';
import { freeLetters } from '../password/post-link.ts';
import { readRecords } from '../records/read-records.ts';
import type { ServerDeps } from '../server-deps.ts';
import { createAttemptLimit, takeOrSlowDown } from '../session/attempt-limit.ts';
import { answeredBefore, offerUnder, performRegister } from './perform-register.ts';
import { stateOfRegistration } from './registration-records.ts';

/** A household and an office register; nobody reads hundreds in an hour. */
const freePerAddress = 10;
const freeInAll = 200;

export const registrationRoutes = (deps: ServerDeps): Hono => {
  const perAddress = createAttemptLimit(deps.now, freePerAddress);
  const inAll = createAttemptLimit(deps.now, freeInAll);
  const letters = createAttemptLimit(deps.now, freeLetters);
  const app = new Hono();

  app.get(doorRoutes.registrations, async (context) => {
    const offer = await deps.database.transaction().execute(async (transaction) => offerUnder(transaction, await readRecords(transaction)));
    return context.json({ portico: 1, offer, serverTime: deps.now() });
  });

  app.post(doorRoutes.registrations, async (context) => {
    const { action } = await parseBody(context, registerRequestSchema);
    if (!isWritableThroughout(action)) throw new ProblemError('malformed');
    const hash = hashOfAction(action);
    const before = await answeredBefore(deps.database, action, hash, deps.now());
    if (!before) {
      takeOrSlowDown(perAddress, clientAddress(context));
      takeOrSlowDown(inAll, '');
    }
    return context.json({
      portico: 1,
      answer: before ?? (await performRegister(deps, action, hash, (email) => letters.takeTry(email) === 0)),
      serverTime: deps.now(),
    });
  });

  app.post(doorRoutes.registrationState, async (context) => {
    const { id, secret } = await parseBody(context, stateRequestSchema);
    return context.json({ portico: 1, state: await stateOfRegistration(deps.database, id, secret), serverTime: deps.now() });
  });

  return app;
};
