import * as v from 'valibot';
import type { ActionId, EntryId, FlowId, GroupId, PartitionId, PersonId, QuestionId, ServiceId, TicketId } from '../domain/ids.ts';
import { callTypes, priorities, ticketSources } from '../domain/call.ts';
import { type Entry, type Ticket } from '../domain/ticket.ts';
import { chatEnderSchema, chatSchema, givenBackBecauseSchema } from './chat.ts';
import { answerValueSchema, shownFileSchema, ticketStatusSchema } from './answer.ts';
import { givenId, instant } from './ids.ts';
import { namedStatusSchema } from './status.ts';

const named = <Id extends string>() => v.object({ id: givenId<Id>(), name: v.string() });

/** Who looks after it. */
export const assignedSchema = v.object({ group: v.nullable(named<GroupId>()), analyst: v.nullable(named<PersonId>()) });

const questionKindSchema = v.picklist(['short-text', 'long-text', 'one-choice', 'several-choices', 'yes-no', 'number', 'date', 'file', 'information']);

export const ticketSchema = v.object({
  id: givenId<TicketId>(),
  number: v.nullable(v.string()),
  kind: v.picklist(['call', 'request']),
  title: v.string(),
  partitionId: givenId<PartitionId>(),
  requester: named<PersonId>(),
  serviceId: v.nullable(givenId<ServiceId>()),
  flow: v.nullable(v.object({ id: givenId<FlowId>(), version: v.number() })),
  answers: v.array(
    v.object({
      questionId: givenId<QuestionId>(),
      label: v.string(),
      kind: questionKindSchema,
      value: answerValueSchema,
      optionLabels: v.array(v.string()),
    }),
  ),
  raisedAt: instant,
  updatedAt: instant,
  statuses: v.array(v.object({ id: givenId<EntryId>(), at: instant, status: ticketStatusSchema, named: v.exactOptional(namedStatusSchema) })),
  chases: v.array(v.object({ id: givenId<ActionId>(), at: instant, by: v.string() })),
  deskWroteAt: v.nullable(instant),
  personWroteAt: v.exactOptional(instant),
  readAt: instant,
  dueAt: v.nullable(instant),
  escalationCallId: v.nullable(givenId<TicketId>()),
  escalates: v.nullable(givenId<TicketId>()),
  source: v.exactOptional(v.picklist(ticketSources)),
  priority: v.exactOptional(v.picklist(priorities)),
  callType: v.exactOptional(v.picklist(callTypes)),
  assigned: v.exactOptional(assignedSchema),
  place: v.exactOptional(v.string()),
  chat: v.exactOptional(chatSchema),
  awaitsAccount: v.exactOptional(v.literal(true)),
  contactedAt: v.exactOptional(instant),
}) satisfies v.GenericSchema<unknown, Ticket>;

export const entrySchema = v.object({
  id: givenId<EntryId>(),
  ticketId: givenId<TicketId>(),
  at: instant,
  by: v.nullable(v.object({ ...named<PersonId>().entries, side: v.picklist(['person', 'desk']) })),
  body: v.variant('kind', [
    v.object({ kind: v.picklist(['raised', 'reopened', 'chat-asked', 'chat-accepted']) }),
    v.object({ kind: v.picklist(['message', 'note', 'said']), text: v.string() }),
    v.object({ kind: v.literal('status'), to: ticketStatusSchema, named: v.exactOptional(namedStatusSchema) }),
    v.object({ kind: v.literal('assigned'), to: assignedSchema }),
    v.object({ kind: v.literal('chase'), count: v.number(), of: v.number() }),
    v.object({ kind: v.literal('registration'), approved: v.boolean(), reason: v.string() }),
    v.object({ kind: v.literal('escalation'), callId: givenId<TicketId>(), callNumber: v.string() }),
    v.object({ kind: v.literal('chat-given-back'), analyst: v.string(), because: givenBackBecauseSchema }),
    v.object({ kind: v.literal('chat-ended'), ender: chatEnderSchema }),
    v.object({ kind: v.literal('file'), file: shownFileSchema, questionId: v.nullable(givenId<QuestionId>()), arrived: v.boolean() }),
  ]),
}) satisfies v.GenericSchema<unknown, Entry>;
