import * as v from 'valibot';
import type { CallTemplateId, PersonId } from '../domain/ids.ts';
import type { ChaseSettings } from '../domain/settings/chase-settings.ts';
import type { StatusKey } from '../domain/ticket.ts';
import { ticketStatusSchema } from './answer.ts';
import { givenId } from './ids.ts';

/** A phase, or the key of a record. */
const statusKeySchema = v.union([
  ticketStatusSchema,
  v.pipe(
    v.string(),
    v.maxLength(210),
    v.regex(/^status\/[^\0]+$/),
    v.transform((key) => key as Extract<StatusKey, `status/${string}`>),
  ),
]);

/** Where there were no templates yet, an escalation was the title of its call: that names none. */
const escalationSchema = v.pipe(
  v.nullable(v.union([givenId<CallTemplateId>(), v.object({ title: v.string() })])),
  v.transform((escalation) => (typeof escalation === 'string' ? escalation : null)),
);

export const chaseSettingsSchema = v.object({
  enabled: v.boolean(),
  waitMinutes: v.pipe(v.number(), v.minValue(0)),
  maxChases: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  setStatus: v.nullable(statusKeySchema),
  escalation: escalationSchema,
  recipients: v.optional(v.array(givenId<PersonId>()), []),
}) satisfies v.GenericSchema<unknown, ChaseSettings>;
