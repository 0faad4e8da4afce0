import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { actionsRequestSchema } from '../../contract/actions-exchange.ts';
import { routes } from '../../contract/routes.ts';
import { batchLimits } from '../../contract/version.ts';
import { ProblemError } from '../problem.ts';
import type { ServerDeps } from '../server-deps.ts';
import { requirePerson } from '../session/sessions.ts';
import { performActions } from './perform-actions.ts';

/** Room for the envelope around a batch that is exactly at its limit; and one long action alone must always fit. */
const maxBodyBytes = batchLimits.bytes * 4;

export const actionRoutes = (deps: ServerDeps): Hono => {
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
      const answers = await performActions(deps, person, parsed.output.actions);
      return context.json({ portico: 1, person: person.id, answers, serverTime: deps.now() });
    },
  );
  return app;
};
