/** What crosses the wire of who looks after tickets, and whom they can be given to: opened by the desk alone. */
import * as v from 'valibot';
import type { ActionOf } from '../domain/action.ts';
import type { DeskPeople } from '../domain/assignment/desk-people.ts';
import type { GroupId, PartitionId, PersonId } from '../domain/ids.ts';
import { onTicket } from './action-envelope.ts';
import { givenId } from './ids.ts';
import { assignedSchema } from './ticket.ts';

export const assignActionSchema = v.object({
  ...onTicket,
  kind: v.literal('assign'),
  data: v.object({ from: assignedSchema, to: assignedSchema }),
}) satisfies v.GenericSchema<unknown, ActionOf<'assign'>>;

const deskPeopleSchema = v.object({
  id: givenId<PartitionId>(),
  groups: v.array(v.object({ id: givenId<GroupId>(), name: v.string(), memberIds: v.array(givenId<PersonId>()) })),
  analysts: v.array(v.object({ id: givenId<PersonId>(), name: v.string() })),
}) satisfies v.GenericSchema<unknown, DeskPeople>;

/** As the feed tells it, beside what administrators keep: one for each partition, for its desk. */
export const deskPeopleRecordSchema = v.object({ of: v.literal('desk-people'), body: deskPeopleSchema });
export const deskPeopleKey = (partitionId: PartitionId): string => `desk-people/${partitionId}`;
