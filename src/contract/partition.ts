import * as v from 'valibot';
import type { PartitionId } from '../domain/ids.ts';
import type { Partition } from '../domain/partition.ts';
import { simpleStatuses } from '../domain/ticket.ts';
import { chatOfferingSchema } from './chat.ts';
import { givenId } from './ids.ts';
import { lookSchema } from './look.ts';
import { chasePoliciesSchema } from './chase-policies.ts';

const simpleStatusSchema = v.picklist(simpleStatuses);

export const partitionSchema = v.object({
  id: givenId<PartitionId>(),
  name: v.string(),
  chase: chasePoliciesSchema,
  simpleStatus: v.object({
    new: simpleStatusSchema,
    'in-progress': simpleStatusSchema,
    'waiting-for-person': simpleStatusSchema,
    'waiting-for-supplier': simpleStatusSchema,
    resolved: simpleStatusSchema,
    closed: simpleStatusSchema,
  }),
  reopenWindowDays: v.number(),
  look: v.exactOptional(lookSchema),
  chat: v.exactOptional(chatOfferingSchema),
}) satisfies v.GenericSchema<unknown, Partition>;
