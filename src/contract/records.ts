import * as v from 'valibot';
import type { ActionId, CallTemplateId, GroupId, PartitionId, PersonId, RoutingRuleId } from '../domain/ids.ts';
import { roles } from '../domain/person.ts';
import type { DeskRecord, RecordChange, RecordSave } from '../domain/records/desk-record.ts';
import { portalId } from '../domain/records/portal-record.ts';
import { recordProblems, type FieldProblem } from '../domain/records/field-problem.ts';
import { rights, type Right } from '../domain/rights.ts';
import { callTypes, priorities, ticketSources } from '../domain/call.ts';
import { givenId, instant, mintedId } from './ids.ts';
import { statusRecordSchema } from './status-record.ts';

const text = v.pipe(v.string(), v.maxLength(1_000));

const recipientSchema = v.variant('kind', [
  v.object({
    kind: v.literal('group'),
    id: v.pipe(
      text,
      v.transform((id) => id as GroupId),
    ),
  }),
  v.object({
    kind: v.literal('analyst'),
    id: v.pipe(
      text,
      v.transform((id) => id as PersonId),
    ),
  }),
]);

const groupSchema = v.object({ id: givenId<GroupId>(), name: text, memberIds: v.array(givenId<PersonId>()) });

const callTemplateSchema = v.object({
  id: givenId<CallTemplateId>(),
  name: text,
  subject: text,
  callType: v.picklist(callTypes),
  priority: v.picklist(priorities),
  recipient: v.nullable(recipientSchema),
});

const routingRuleSchema = v.object({
  id: givenId<RoutingRuleId>(),
  name: text,
  rank: v.number(),
  when: v.object({
    source: v.nullable(v.picklist(ticketSources)),
    partitionId: v.nullable(givenId<PartitionId>()),
    callType: v.nullable(v.picklist(callTypes)),
    priority: v.nullable(v.picklist(priorities)),
    contains: text,
  }),
  recipient: recipientSchema,
});

/** A right that this version does not know is left out. */
const roleRecordSchema = v.object({
  id: v.picklist(roles),
  rights: v.pipe(
    v.array(v.string()),
    v.transform((held) => held.filter((right): right is Right => rights.includes(right as Right))),
  ),
});

const personRecordSchema = v.object({
  id: givenId<PersonId>(),
  name: text,
  email: text,
  partitionId: givenId<PartitionId>(),
  roles: v.array(v.picklist(roles)),
  userName: text,
  hasLeft: v.boolean(),
});

const portalRecordSchema = v.object({
  id: v.literal(portalId),
  registrationIsOpen: v.boolean(),
  registrationLogsCall: v.boolean(),
  registrationDomains: v.pipe(v.array(text), v.maxLength(100)),
});

export const deskRecordSchema = v.variant('of', [
  v.object({ of: v.literal('group'), body: groupSchema }),
  v.object({ of: v.literal('call-template'), body: callTemplateSchema }),
  v.object({ of: v.literal('routing-rule'), body: routingRuleSchema }),
  v.object({ of: v.literal('status'), body: statusRecordSchema }),
  v.object({ of: v.literal('role'), body: roleRecordSchema }),
  v.object({ of: v.literal('person'), body: personRecordSchema }),
  v.object({ of: v.literal('portal'), body: portalRecordSchema }),
]) satisfies v.GenericSchema<unknown, DeskRecord>;

export const personChangeSchema = v.object({ of: v.literal('person'), from: v.nullable(personRecordSchema), to: v.nullable(personRecordSchema) });

export const recordChangeSchema = v.variant('of', [
  v.object({ of: v.literal('group'), from: v.nullable(groupSchema), to: v.nullable(groupSchema) }),
  v.object({ of: v.literal('call-template'), from: v.nullable(callTemplateSchema), to: v.nullable(callTemplateSchema) }),
  v.object({ of: v.literal('routing-rule'), from: v.nullable(routingRuleSchema), to: v.nullable(routingRuleSchema) }),
  v.object({ of: v.literal('status'), from: v.nullable(statusRecordSchema), to: v.nullable(statusRecordSchema) }),
  v.object({ of: v.literal('role'), from: v.nullable(roleRecordSchema), to: v.nullable(roleRecordSchema) }),
  personChangeSchema,
  v.object({ of: v.literal('portal'), from: v.nullable(portalRecordSchema), to: v.nullable(portalRecordSchema) }),
]) satisfies v.GenericSchema<unknown, RecordChange>;

export const recordSaveSchema = v.object({
  id: mintedId<ActionId>(),
  at: instant,
  by: v.object({ id: givenId<PersonId>(), name: v.string() }),
  change: recordChangeSchema,
}) satisfies v.GenericSchema<unknown, RecordSave>;

export const fieldProblemSchema = v.object({ field: v.string(), problem: v.picklist(recordProblems) }) satisfies v.GenericSchema<unknown, FieldProblem>;
