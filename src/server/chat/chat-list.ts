/** Who takes the chats of a partition, and what its administrator has decided about them. */
import * as v from 'valibot';
import { partitionSettingsSchema } from '../../contract/partition-settings.ts';
import { personSchema } from '../../contract/person.ts';
import type { ChatOffering } from '../../domain/chat/chat-offering.ts';
import type { CallTemplateId, PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { isChatSetUp, listedIn, offeringUnder } from '../../domain/settings/chat-settings.ts';
import { readRecordsOf } from '../records/read-records.ts';
import type { Reading } from './chat-records.ts';

export type ChatPolicy = ChatOffering & { readonly template: CallTemplateId | null; readonly listedIds: readonly PersonId[] };

/** Null where no chat was set up. */
export const readChatPolicy = async (reading: Reading, partitionId: string): Promise<ChatPolicy | null> => {
  const row = await reading.selectFrom('partition_settings').select('body').where('partition_id', '=', partitionId).executeTakeFirst();
  if (!row) return null;
  const { chat } = v.parse(partitionSettingsSchema, JSON.parse(row.body));
  if (!isChatSetUp(chat)) return null;
  const groups = chat.groupIds.length === 0 ? [] : await readRecordsOf(reading, 'group');
  return { ...offeringUnder(chat), template: chat.template, listedIds: listedIn(chat, groups) };
};

export const isListed = (policy: ChatPolicy | null, { id }: Pick<Person, 'id'>): boolean => policy?.listedIds.includes(id) ?? false;

export const readPerson = async (reading: Reading, id: PersonId): Promise<Person | null> => (await readPeople(reading, [id]))[0] ?? null;

/** Those of them who are still there. */
export const readPeople = async (reading: Reading, ids: readonly PersonId[]): Promise<readonly Person[]> => {
  if (ids.length === 0) return [];
  const rows = await reading.selectFrom('people').select('body').where('id', 'in', ids).where('has_left', '=', 0).execute();
  return rows.map(({ body }) => v.parse(personSchema, JSON.parse(body)));
};

/** The partitions that have set up chat, open or not. */
export const readChatPartitions = async (reading: Reading): Promise<readonly string[]> => {
  const rows = await reading.selectFrom('partition_settings').select(['partition_id', 'body']).execute();
  return rows.filter(({ body }) => isChatSetUp(v.parse(partitionSettingsSchema, JSON.parse(body)).chat)).map(({ partition_id }) => partition_id);
};
