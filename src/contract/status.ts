/** What people see of each phase, and statuses that administrators have named, on tickets and in policies. */
import * as v from 'valibot';
import type { StatusId } from '../domain/ids.ts';
import { simpleStatuses, type NamedStatus } from '../domain/ticket.ts';
import { givenId } from './ids.ts';

const simpleStatusSchema = v.picklist(simpleStatuses);

/** A word for each phase. */
export const simpleStatusMapSchema = v.object({
  new: simpleStatusSchema,
  'in-progress': simpleStatusSchema,
  'waiting-for-person': simpleStatusSchema,
  'waiting-for-supplier': simpleStatusSchema,
  resolved: simpleStatusSchema,
  closed: simpleStatusSchema,
});

export const namedStatusSchema = v.object({
  id: givenId<StatusId>(),
  name: v.string(),
  simple: v.nullable(simpleStatusSchema),
}) satisfies v.GenericSchema<unknown, NamedStatus>;
