import * as v from 'valibot';
import type { ChasePolicy } from '../domain/chase-policy.ts';
import { ticketStatusSchema } from './answer.ts';
import { namedStatusSchema } from './status.ts';

const chasePolicySchema = v.object({
  enabled: v.boolean(),
  waitMinutes: v.pipe(v.number(), v.minValue(0)),
  maxChases: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  setStatus: v.nullable(ticketStatusSchema),
  setNamed: v.exactOptional(namedStatusSchema),
  escalation: v.nullable(v.object({ title: v.string() })),
}) satisfies v.GenericSchema<unknown, ChasePolicy>;

/** Calls and requests are chased under policies of their own. */
export const chasePoliciesSchema = v.object({ call: chasePolicySchema, request: chasePolicySchema });
