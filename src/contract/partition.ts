import * as v from 'valibot';
import type { PartitionId } from '../domain/ids.ts';
import type { Partition } from '../domain/partition.ts';
import { chatOfferingSchema } from './chat.ts';
import { givenId } from './ids.ts';
import { lookSchema } from './look.ts';
import { chasePoliciesSchema } from './chase-policies.ts';
import { simpleStatusMapSchema } from './status.ts';

export const partitionSchema = v.object({
  id: givenId<PartitionId>(),
  name: v.string(),
  chase: chasePoliciesSchema,
  simpleStatus: simpleStatusMapSchema,
  reopenWindowDays: v.number(),
  look: v.exactOptional(lookSchema),
  chat: v.exactOptional(chatOfferingSchema),
}) satisfies v.GenericSchema<unknown, Partition>;
