/** What is set for each partition, and every save of it. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { partitionSchema } from '../../contract/partition.ts';
import { partitionSettingsSchema, settingsSaveSchema } from '../../contract/partition-settings.ts';
import { partitionUnder, settingsOf, type PartitionSettings, type SettingsSave } from '../../domain/settings/partition-settings.ts';
import type { NamedByChase } from '../../domain/settings/chase-settings.ts';
import type { Partition } from '../../domain/partition.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { audiences, writeFeed, type FeedRow } from '../feed/write-feed.ts';
import { readRecords } from '../records/read-records.ts';
import type { ServerDeps } from '../server-deps.ts';

/** Null where there is no such partition. */
export const readSettings = async (transaction: Transaction<Schema>, partitionId: string): Promise<PartitionSettings | null> => {
  const row = await transaction.selectFrom('partition_settings').select('body').where('partition_id', '=', partitionId).executeTakeFirst();
  return row ? v.parse(partitionSettingsSchema, JSON.parse(row.body)) : null;
};

export const readAllSettings = async (transaction: Transaction<Schema>): Promise<readonly PartitionSettings[]> =>
  (await transaction.selectFrom('partition_settings').select('body').orderBy('partition_id').execute()).map(({ body }) =>
    v.parse(partitionSettingsSchema, JSON.parse(body)),
  );

export const readLastSave = async (transaction: Transaction<Schema>, partitionId: string): Promise<SettingsSave | null> => {
  const row = await transaction.selectFrom('settings_saves').select('body').where('partition_id', '=', partitionId).orderBy('at', 'desc').executeTakeFirst();
  return row ? v.parse(settingsSaveSchema, JSON.parse(row.body)) : null;
};

export const insertSettings = async (transaction: Transaction<Schema>, settings: PartitionSettings): Promise<void> => {
  await transaction
    .insertInto('partition_settings')
    .values({ partition_id: settings.id, body: JSON.stringify(settings) })
    .execute();
};

const updateSettings = async (transaction: Transaction<Schema>, settings: PartitionSettings): Promise<void> => {
  await transaction
    .updateTable('partition_settings')
    .set({ body: JSON.stringify(settings) })
    .where('partition_id', '=', settings.id)
    .execute();
};

/** Keeps what was saved, and gives back the partition as it is for everybody from now on. */
export const saveSettings = async (
  transaction: Transaction<Schema>,
  before: Partition,
  settings: PartitionSettings,
  save: SettingsSave,
  known: NamedByChase,
): Promise<Partition> => {
  await updateSettings(transaction, settings);
  await transaction
    .insertInto('settings_saves')
    .values({ action_id: save.id, partition_id: settings.id, at: save.at, body: JSON.stringify(save) })
    .execute();
  return putSettingsInForce(transaction, before, settings, known);
};

/** What everybody of the partition goes by is what is set, in the words that templates and statuses have now. */
export const putSettingsInForce = async (
  transaction: Transaction<Schema>,
  before: Partition,
  settings: PartitionSettings,
  known: NamedByChase,
): Promise<Partition> => {
  const partition = partitionUnder(before, settings, known);
  await transaction
    .updateTable('partitions')
    .set({ body: JSON.stringify(partition) })
    .where('id', '=', partition.id)
    .execute();
  return partition;
};

/** For those who may set it. */
export const settingsRow = (settings: PartitionSettings): FeedRow => ({ audience: audiences.setup(), kind: 'settings', entityId: settings.id, body: settings });

export const saveRow = (save: SettingsSave): FeedRow => ({ audience: audiences.setup(), kind: 'settings-save', entityId: save.id, body: save });

/** A database from before there were settings, or before they said what people see of a status: each partition is set as it is. */
export const holdSettings = (deps: Pick<ServerDeps, 'database'>): Promise<void> =>
  deps.database.transaction().execute(async (transaction) => {
    await lockLanes(transaction, ['organisation', 'records']);
    const held = transaction.selectFrom('partition_settings').select('partition_id');
    const rows = await transaction.selectFrom('partitions').select('body').where('id', 'not in', held).execute();
    const templates = (await readRecords(transaction))['call-template'];
    const settings = rows.map(({ body }) => settingsOf(v.parse(partitionSchema, JSON.parse(body)), templates));
    for (const each of settings) await insertSettings(transaction, each);
    const told = [...settings, ...(await holdSimpleStatus(transaction))];
    if (told.length > 0) await writeFeed(transaction, told.map(settingsRow));
  });

const withSimpleStatus = v.looseObject({ 'simple-status': v.unknown() });

/** What a partition shows of its statuses was there before anybody could set it. */
const holdSimpleStatus = async (transaction: Transaction<Schema>): Promise<readonly PartitionSettings[]> => {
  const held: PartitionSettings[] = [];
  const rows = await transaction
    .selectFrom('partition_settings')
    .innerJoin('partitions', 'partitions.id', 'partition_settings.partition_id')
    .select(['partition_settings.body', 'partitions.body as partition'])
    .execute();
  for (const { body, partition } of rows) {
    if (v.is(withSimpleStatus, JSON.parse(body))) continue;
    const { simpleStatus } = v.parse(partitionSchema, JSON.parse(partition));
    const settings = { ...v.parse(partitionSettingsSchema, JSON.parse(body)), 'simple-status': simpleStatus };
    await updateSettings(transaction, settings);
    held.push(settings);
  }
  return held;
};
