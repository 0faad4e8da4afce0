import * as v from 'valibot';
import type { Action } from '../domain/action.ts';
import { chatRatings } from '../domain/chat/chat.ts';
import { availabilities } from '../domain/chat/presence.ts';
import type { FlowId, PartitionId, PersonId, QuestionId, ServiceId, StatusId } from '../domain/ids.ts';
import type { Answers } from '../domain/question-flow.ts';
import type { StatusKey } from '../domain/ticket.ts';
import { givenId, instant } from './ids.ts';
import { answerValueSchema, fileManifestSchema, ticketStatusSchema } from './answer.ts';
import { actionEnvelope, onTicket } from './action-envelope.ts';
import { unopenedAction } from './unopened.ts';

/** Room for a text that is too long to be accepted: the refusal should be the desk's, in words, not a parse error. */
const text = v.pipe(v.string(), v.maxLength(200_000));

/** Only compared with what the ticket is set to. */
const statusKey = v.pipe(
  v.string(),
  v.transform((key) => key as StatusKey),
);

const statusSeen = { status: statusKey, analyst: v.nullable(givenId<PersonId>()) };

export const actionSchema = v.variant('kind', [
  v.object({
    ...onTicket,
    kind: v.literal('raise-ticket'),
    data: v.object({
      serviceId: givenId<ServiceId>(),
      flow: v.object({ id: givenId<FlowId>(), version: v.number() }),
      answers: v.pipe(
        v.record(v.string(), answerValueSchema),
        v.transform((answers) => answers as Answers),
      ),
    }),
  }),
  v.object({ ...onTicket, kind: v.picklist(['reply', 'add-note', 'ask-chat', 'leave-message', 'say']), data: v.object({ text }) }),
  v.object({ ...onTicket, kind: v.literal('attach'), data: v.object({ file: fileManifestSchema, questionId: v.nullable(givenId<QuestionId>()) }) }),
  v.object({
    ...onTicket,
    kind: v.picklist(['chase', 'resolve', 'reopen', 'accept-chat', 'end-chat', 'record-contact']),
    data: v.strictObject({}),
  }),
  v.object({ ...onTicket, kind: v.literal('mark-read'), data: v.object({ upTo: instant }) }),
  v.object({
    ...onTicket,
    kind: v.literal('set-status'),
    data: v.object({
      status: ticketStatusSchema,
      named: v.exactOptional(v.object({ id: givenId<StatusId>(), name: v.string() })),
      from: v.exactOptional(v.object({ ...statusSeen, or: v.exactOptional(v.array(v.object(statusSeen))) })),
    }),
  }),
  v.object({ ...onTicket, kind: v.literal('rate-chat'), data: v.object({ rating: v.picklist(chatRatings) }) }),
  v.object({
    ...actionEnvelope,
    subject: v.object({ kind: v.literal('person'), id: givenId<PersonId>() }),
    kind: v.literal('set-availability'),
    data: v.object({ to: v.picklist(availabilities) }),
  }),
  v.object({
    ...actionEnvelope,
    subject: v.object({ kind: v.literal('partition'), id: givenId<PartitionId>() }),
    kind: v.literal('set-chat-queue'),
    data: v.object({ isOnline: v.boolean() }),
  }),
  unopenedAction,
]) satisfies v.GenericSchema<unknown, Action>;
