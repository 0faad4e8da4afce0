import * as v from 'valibot';
import type { ChatPolicy } from '../domain/chat/chat-policy.ts';
import type { PersonId } from '../domain/ids.ts';
import { chatOfferingSchema } from './chat.ts';
import { givenId } from './ids.ts';

export const chatPolicySchema = v.object({
  ...chatOfferingSchema.entries,
  template: v.object({ title: v.string(), kind: v.picklist(['call', 'request']) }),
  analystIds: v.array(givenId<PersonId>()),
  groupIds: v.array(givenId<string>()),
}) satisfies v.GenericSchema<unknown, ChatPolicy>;
