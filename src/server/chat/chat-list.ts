/** Who takes the chats of a partition, and what its administrator has decided about them. */
import * as v from 'valibot';
import { partitionSettingsSchema } from '../../contract/partition-settings.ts';
import { personSchema } from '../../contract/person.ts';
import type { ChatPolicy } from '../../domain/chat/chat-policy.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Reading } from './chat-records.ts';

/** Null where no chat was set up. */
export const readChatPolicy = async (reading: Reading, partitionId: string): Promise<ChatPolicy | null> => {
  const row = await reading.selectFrom('partition_settings').select('body').where('partition_id', '=', partitionId).executeTakeFirst();
  return row ? (v.parse(partitionSettingsSchema, JSON.parse(row.body)).chat ?? null) : null;
};

export const isListed = (policy: ChatPolicy | null, { id }: Pick<Person, 'id'>): boolean => policy?.analystIds.includes(id) ?? false;

/** Everybody who is listed and is still there. */
export const readListed = (reading: Reading, policy: ChatPolicy): Promise<readonly Person[]> => readPeople(reading, policy.analystIds);

export const readPerson = async (reading: Reading, id: PersonId): Promise<Person | null> => (await readPeople(reading, [id]))[0] ?? null;

const readPeople = async (reading: Reading, ids: readonly PersonId[]): Promise<readonly Person[]> => {
  if (ids.length === 0) return [];
  const rows = await reading.selectFrom('people').select('body').where('id', 'in', ids).execute();
  return rows.map(({ body }) => v.parse(personSchema, JSON.parse(body)));
};

/** The partitions that have set up chat, open or not. */
export const readChatPartitions = async (reading: Reading): Promise<readonly string[]> => {
  const rows = await reading.selectFrom('partition_settings').select(['partition_id', 'body']).execute();
  return rows.filter(({ body }) => v.parse(partitionSettingsSchema, JSON.parse(body)).chat).map(({ partition_id }) => partition_id);
};
