import * as v from 'valibot';
import { answerLimits } from '../domain/accept-answer.ts';
import type { ActionId, EntryId, FlowId, PartitionId, PersonId, QuestionId, ServiceId, TicketId } from '../domain/ids.ts';
import type { Entry, FileManifest, Ticket } from '../domain/ticket.ts';
import { ticketStatuses } from '../domain/ticket.ts';
import { givenId, instant, mintedId } from './ids.ts';

export const fileManifestSchema = v.object({
  id: mintedId<ActionId>(),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  sizeBytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  type: v.pipe(v.string(), v.maxLength(100)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hexadecimal')),
}) satisfies v.GenericSchema<unknown, FileManifest>;

export const answerValueSchema = v.union([
  v.pipe(v.string(), v.maxLength(answerLimits.textLength)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(answerLimits.choices)),
  v.pipe(v.array(fileManifestSchema), v.maxLength(answerLimits.files)),
]);

const questionKindSchema = v.picklist(['short-text', 'long-text', 'one-choice', 'several-choices', 'yes-no', 'number', 'date', 'file', 'information']);
export const ticketStatusSchema = v.picklist(ticketStatuses);

export const ticketSchema = v.object({
  id: givenId<TicketId>(),
  number: v.nullable(v.string()),
  kind: v.picklist(['call', 'request']),
  title: v.string(),
  partitionId: givenId<PartitionId>(),
  requester: v.object({ id: givenId<PersonId>(), name: v.string() }),
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
  statuses: v.array(v.object({ id: givenId<EntryId>(), at: instant, status: ticketStatusSchema })),
  chases: v.array(v.object({ id: givenId<ActionId>(), at: instant, by: v.string() })),
  deskWroteAt: v.nullable(instant),
  personWroteAt: v.exactOptional(instant),
  readAt: instant,
  dueAt: v.nullable(instant),
  escalationCallId: v.nullable(givenId<TicketId>()),
  escalates: v.nullable(givenId<TicketId>()),
}) satisfies v.GenericSchema<unknown, Ticket>;

export const entrySchema = v.object({
  id: givenId<EntryId>(),
  ticketId: givenId<TicketId>(),
  at: instant,
  by: v.nullable(v.object({ id: givenId<PersonId>(), name: v.string(), side: v.picklist(['person', 'desk']) })),
  body: v.variant('kind', [
    v.object({ kind: v.literal('raised') }),
    v.object({ kind: v.literal('message'), text: v.string() }),
    v.object({ kind: v.literal('note'), text: v.string() }),
    v.object({ kind: v.literal('status'), to: ticketStatusSchema }),
    v.object({ kind: v.literal('reopened') }),
    v.object({ kind: v.literal('chase'), count: v.number(), of: v.number() }),
    v.object({ kind: v.literal('escalation'), callId: givenId<TicketId>(), callNumber: v.string() }),
    v.object({ kind: v.literal('file'), file: fileManifestSchema, questionId: v.nullable(givenId<QuestionId>()), arrived: v.boolean() }),
  ]),
}) satisfies v.GenericSchema<unknown, Entry>;
