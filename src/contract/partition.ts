import * as v from 'valibot';
import type { PartitionId } from '../domain/ids.ts';
import type { Partition } from '../domain/partition.ts';
import { simpleStatuses } from '../domain/ticket.ts';
import { givenId } from './ids.ts';
import { ticketStatusSchema } from './answer.ts';

const chasePolicySchema = v.object({
  enabled: v.boolean(),
  waitMinutes: v.pipe(v.number(), v.minValue(0)),
  maxChases: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  setStatus: v.nullable(ticketStatusSchema),
  escalation: v.nullable(v.object({ title: v.string() })),
});

const simpleStatusSchema = v.picklist(simpleStatuses);

export const partitionSchema = v.object({
  id: givenId<PartitionId>(),
  name: v.string(),
  chase: v.object({ call: chasePolicySchema, request: chasePolicySchema }),
  simpleStatus: v.object({
    new: simpleStatusSchema,
    'in-progress': simpleStatusSchema,
    'waiting-for-person': simpleStatusSchema,
    'waiting-for-supplier': simpleStatusSchema,
    resolved: simpleStatusSchema,
    closed: simpleStatusSchema,
  }),
  reopenWindowDays: v.number(),
}) satisfies v.GenericSchema<unknown, Partition>;
