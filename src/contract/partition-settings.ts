import * as v from 'valibot';
import type { ActionId, CallTemplateId, PartitionId, PersonId } from '../domain/ids.ts';
import type { PartitionSettings, SettingsSave } from '../domain/settings/partition-settings.ts';
import { usualLook } from '../domain/settings/partition-look.ts';
import { usualSimpleStatus } from '../domain/partition.ts';
import { usualRegistration } from '../domain/settings/partition-settings.ts';
import { chaseSettingsSchema } from './chase-settings.ts';
import { usualChat } from '../domain/settings/chat-settings.ts';
import { chatSettingsSchema } from './chat-settings.ts';
import { givenId, instant, mintedId } from './ids.ts';
import { lookSchema } from './look.ts';
import { settingsChangeSchema } from './settings-change.ts';
import { simpleStatusMapSchema } from './status.ts';

export const partitionSettingsSchema = v.object({
  id: givenId<PartitionId>(),
  name: v.string(),
  asksForReason: v.boolean(),
  chase: v.object({ call: chaseSettingsSchema, request: chaseSettingsSchema }),
  look: v.optional(lookSchema, usualLook),
  chat: v.optional(chatSettingsSchema, usualChat),
  registration: v.optional(v.object({ template: v.nullable(givenId<CallTemplateId>()) }), usualRegistration),
  'simple-status': v.optional(simpleStatusMapSchema, usualSimpleStatus),
}) satisfies v.GenericSchema<unknown, PartitionSettings>;

export const settingsSaveSchema = v.object({
  id: mintedId<ActionId>(),
  partitionId: givenId<PartitionId>(),
  at: instant,
  by: v.object({ id: givenId<PersonId>(), name: v.string() }),
  reason: v.string(),
  changes: v.array(settingsChangeSchema),
}) satisfies v.GenericSchema<unknown, SettingsSave>;
