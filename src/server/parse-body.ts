import type { Context } from 'hono';
import * as v from 'valibot';
import { ProblemError } from './problem.ts';

/** What was sent as JSON; anything else is malformed. */
export const parseBody = async <Schema extends v.GenericSchema>(context: Context, schema: Schema): Promise<v.InferOutput<Schema>> => {
  const parsed = v.safeParse(schema, await context.req.json().catch(() => null));
  if (!parsed.success) throw new ProblemError('malformed');
  return parsed.output;
};
