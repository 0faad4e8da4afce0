import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { actionsRequestSchema } from '../../contract/actions-exchange.ts';
import { routes } from '../../contract/routes.ts';
import { batchLimits } from '../../contract/version.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';
import { createAttemptLimit, takeOrSlowDown } from '../session/attempt-limit.ts';
import { requirePerson } from '../session/sessions.ts';
import { performActions } from './perform-actions.ts';

/** Room for the envelope around a batch that is exactly at its limit; and one long action alone must always fit. */
const maxBodyBytes = batchLimits.bytes * 8;

/** Each of them logs a call: so many in an hour is nobody who needs help. */
const asksInAnHour = 30;
const askSchema = v.looseObject({ kind: v.picklist(['ask-chat', 'leave-message']) });

export const actionRoutes = (deps: ServerDeps): Hono => {
  const asks = createAttemptLimit(deps.now, asksInAnHour);
  const app = new Hono();
  app.post(
    routes.actions,
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw new ProblemError('too-large');
      },
    }),
    async (context) => {
      const person = await requirePerson(deps, context);
      const parsed = v.safeParse(actionsRequestSchema, await context.req.json().catch(() => null));
      // Too many is a matter of halving the batch; anything else that is wrong with it stays wrong.
      if (!parsed.success) throw new ProblemError(parsed.issues.some(({ type }) => type === 'max_length') ? 'too-large' : 'malformed');
      for (const sent of parsed.output.actions) if (v.is(askSchema, sent)) takeOrSlowDown(asks, person.id);
      const answers = await performActions(deps, person, parsed.output.actions);
      return context.json({ portico: 1, person: person.id, answers, serverTime: deps.now() });
    },
  );
  return app;
};
