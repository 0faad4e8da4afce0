import * as v from 'valibot';
import type { PartitionId, PersonId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import { roles } from '../domain/person.ts';
import { rights, usualRights, type Right } from '../domain/rights.ts';
import { givenId } from './ids.ts';

/** Somebody who was stored before there were rights has the usual ones; a right that this version does not know is left out. */
export const personSchema = v.pipe(
  v.object({
    id: givenId<PersonId>(),
    name: v.string(),
    email: v.string(),
    partitionId: givenId<PartitionId>(),
    roles: v.array(v.picklist(roles)),
    rights: v.optional(v.array(v.string())),
  }),
  v.transform((person) => ({
    ...person,
    rights: person.rights?.filter((right): right is Right => rights.includes(right as Right)) ?? usualRights(person.roles),
  })),
) satisfies v.GenericSchema<unknown, Person>;
