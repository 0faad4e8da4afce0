import * as v from 'valibot';
import type { PartitionLook } from '../domain/settings/partition-look.ts';

/** Once there was only a greeting. */
const added = v.optional(v.string(), '');

export const lookSchema = v.object({ greeting: v.string(), banner: added, logo: added, light: added, dark: added }) satisfies v.GenericSchema<
  unknown,
  PartitionLook
>;
