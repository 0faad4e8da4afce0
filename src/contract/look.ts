import * as v from 'valibot';
import type { PartitionLook } from '../domain/settings/partition-settings.ts';

export const lookSchema = v.object({ greeting: v.string() }) satisfies v.GenericSchema<unknown, PartitionLook>;
