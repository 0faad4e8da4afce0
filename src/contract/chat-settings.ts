import * as v from 'valibot';
import type { CallTemplateId, GroupId, PersonId } from '../domain/ids.ts';
import type { ChatSettings } from '../domain/settings/chat-settings.ts';
import { givenId } from './ids.ts';

export const chatSettingsSchema = v.object({
  enabled: v.boolean(),
  template: v.nullable(givenId<CallTemplateId>()),
  hours: v.string(),
  waitLimitMinutes: v.pipe(v.number(), v.minValue(0)),
  analystIds: v.array(givenId<PersonId>()),
  groupIds: v.array(givenId<GroupId>()),
}) satisfies v.GenericSchema<unknown, ChatSettings>;
