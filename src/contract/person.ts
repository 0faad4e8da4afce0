import * as v from 'valibot';
import type { PartitionId, PersonId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import { roles } from '../domain/person.ts';
import { givenId } from './ids.ts';

export const personSchema = v.object({
  id: givenId<PersonId>(),
  name: v.string(),
  email: v.string(),
  partitionId: givenId<PartitionId>(),
  roles: v.array(v.picklist(roles)),
}) satisfies v.GenericSchema<unknown, Person>;
