/** What crosses the wire of a chat. */
import * as v from 'valibot';
import { chatEnders, chatRatings, type Chat } from '../domain/chat/chat.ts';
import type { ChatOffering } from '../domain/chat/chat-offering.ts';
import { weekdays } from '../domain/chat/chat-hours.ts';
import type { EntryId, PersonId } from '../domain/ids.ts';
import { givenId, instant } from './ids.ts';

const somebody = v.object({ id: givenId<PersonId>(), name: v.string() });
const fact = { id: givenId<EntryId>(), at: instant };

export const givenBackBecauseSchema = v.exactOptional(v.literal('left'));
export const chatEnderSchema = v.picklist(chatEnders);

export const chatSchema = v.object({
  facts: v.array(
    v.variant('kind', [
      v.object({ ...fact, kind: v.picklist(['asked', 'given-back']), because: givenBackBecauseSchema }),
      v.object({ ...fact, kind: v.literal('accepted'), by: somebody }),
      v.object({ ...fact, kind: v.literal('ended'), by: chatEnderSchema }),
    ]),
  ),
  rating: v.exactOptional(v.picklist(chatRatings)),
}) satisfies v.GenericSchema<unknown, Chat>;

const minuteOfDay = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_440));

export const chatOfferingSchema = v.object({
  enabled: v.boolean(),
  hours: v.nullable(v.object({ days: v.array(v.picklist(weekdays)), fromMinute: minuteOfDay, toMinute: minuteOfDay, zone: v.string() })),
  waitLimitMinutes: v.pipe(v.number(), v.minValue(0)),
}) satisfies v.GenericSchema<unknown, ChatOffering>;
