import * as v from 'valibot';
import type { StatusRecord } from '../domain/records/status-record.ts';
import { ticketStatusSchema } from './answer.ts';
import { namedStatusSchema } from './status.ts';

export const statusRecordSchema = v.object({
  ...namedStatusSchema.entries,
  name: v.pipe(v.string(), v.maxLength(1_000)),
  for: v.picklist(['call', 'request']),
  phase: ticketStatusSchema,
}) satisfies v.GenericSchema<unknown, StatusRecord>;
