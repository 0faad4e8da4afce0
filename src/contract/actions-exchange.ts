import * as v from 'valibot';
import { givenId, instant } from './ids.ts';
import type { PersonId } from '../domain/ids.ts';
import { answerSchema } from './receipt.ts';
import { batchLimits } from './version.ts';

/** `POST /api/actions`: a batch; each action is parsed on its own, so that one bad one does not block the others. */
export const actionsRequestSchema = v.object({ actions: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(batchLimits.actions)) });

/** One answer for each action, in the order they were sent, and the person they were done for. */
export const actionsResponseSchema = v.object({
  portico: v.literal(1),
  person: givenId<PersonId>(),
  answers: v.array(answerSchema),
  serverTime: instant,
});
