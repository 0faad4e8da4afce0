import type { Transaction } from 'kysely';
import type { ActionId, PersonId } from '../../domain/ids.ts';
import { withChanges, type SettingsSave } from '../../domain/settings/partition-settings.ts';
import type { BatchRecords } from '../actions/batch-records.ts';
import type { Schema } from '../database/schema.ts';
import { partitionRow, type FeedRow } from '../feed/write-feed.ts';
import type { ServerDeps } from '../server-deps.ts';
import { readAllSettings, readLastSave, saveRow, saveSettings, settingsRow } from './settings-records.ts';

type Taking = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly records: BatchRecords };

/** Letters about what others have asked come to this person no more, in no partition; the log of each says so. */
export const takeOutOfRecipients = async (
  { deps, transaction, records }: Taking,
  personId: PersonId,
  { at, by, reason }: Pick<SettingsSave, 'at' | 'by' | 'reason'>,
): Promise<readonly FeedRow[]> => {
  const rows: FeedRow[] = [];
  for (const settings of await readAllSettings(transaction)) {
    const changes = (['call', 'request'] as const).flatMap((kind) => {
      const from = settings.chase[kind].recipients;
      return from.includes(personId) ? [{ place: `chase.${kind}.recipients` as const, from, to: from.filter((id) => id !== personId) }] : [];
    });
    if (changes.length === 0) continue;
    const lastSave = await readLastSave(transaction, settings.id);
    const save: SettingsSave = { id: deps.newId() as ActionId, partitionId: settings.id, at: Math.max(at, (lastSave?.at ?? 0) + 1), by, reason, changes };
    const changed = withChanges(settings, changes);
    const partition = await saveSettings(transaction, await records.partition(settings.id), changed, save, await records.deskRecords());
    records.keepPartition(partition);
    rows.push(partitionRow(partition), settingsRow(changed), saveRow(save));
  }
  return rows;
};
