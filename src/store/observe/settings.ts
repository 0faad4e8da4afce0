/** What an administrator sets for a partition: as the desk said it, with their unsent saves laid over it, and what they have typed. */
import * as v from 'valibot';
import { partitionSettingsSchema, settingsSaveSchema } from '../../contract/partition-settings.ts';
import { administratorActionSchema } from '../../contract/administrator-action.ts';
import { open } from '../../contract/unopened.ts';
import type { ActionOf } from '../../domain/action.ts';
import type { ActionId, PartitionId } from '../../domain/ids.ts';
import { recordsNamedIn, withChanges, type PartitionSettings, type SettingsSave } from '../../domain/settings/partition-settings.ts';
import type { RecordKey } from '../../domain/records/desk-record.ts';
import type { SettingsChange } from '../../domain/settings/settings-place.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { readCursor } from '../cache.ts';
import type { OutboxRow, SettingsDraftRow } from '../outbox-db.ts';
import { parseStoredAction } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

export type HeldSettings = { readonly id: ActionId; readonly refusal: Refusal; readonly changes: readonly SettingsChange[]; readonly reason: string };

export type SettingsPage = {
  readonly settings: PartitionSettings;
  readonly isWaiting: boolean;
  readonly held: readonly HeldSettings[];
  readonly draft: SettingsDraftRow | null;
  /** The newest first. */
  readonly saves: readonly SettingsSave[];
};

export type KnownPartition = { readonly id: PartitionId; readonly name: string };

/** The partitions whose settings this person may see, by name; null before the first reading has told. */
export const observeSettablePartitions = (store: PersonStore): Live<readonly KnownPartition[] | null> =>
  live(() =>
    store.cache.transaction('r', store.cache.settings, store.cache.meta, async () => {
      const all = (await store.cache.settings.toArray()).flatMap(({ body }) => (body ? [{ id: body.id as PartitionId, name: body.name }] : []));
      if (all.length === 0 && !(await readCursor(store.cache))?.caughtUp) return null;
      return all.sort((one, other) => one.name.localeCompare(other.name));
    }),
  );

/** The partitions whose settings name a record, by its key: as the desk says them. */
export const observeNamedBySettings = (store: PersonStore): Live<ReadonlyMap<RecordKey, readonly string[]>> =>
  live(async () => {
    const all = (await store.cache.settings.toArray()).flatMap(({ body }) => open(partitionSettingsSchema, body));
    const named = new Map<RecordKey, readonly string[]>();
    for (const settings of all) for (const key of new Set(recordsNamedIn(settings))) named.set(key, [...(named.get(key) ?? []), settings.name]);
    return named;
  });

/** Null where nothing is known of that partition. */
export const observeSettings = (store: PersonStore, partitionId: PartitionId): Live<SettingsPage | null> => live(() => readSettingsPage(store, partitionId));

/** What was made here is read first: a row that is let go of in between is in the cache by then. */
export const readSettingsPage = async ({ outbox, cache }: PersonStore, partitionId: PartitionId): Promise<SettingsPage | null> => {
  const { rows, draft } = await outbox.transaction('r', outbox.actions, outbox.settingsDrafts, async () => ({
    rows: await outbox.actions.where('lane').equals(`partition:${partitionId}`).sortBy('seq'),
    draft: (await outbox.settingsDrafts.get(partitionId)) ?? null,
  }));
  const { said, saves } = await cache.transaction('r', cache.settings, cache.settingsSaves, async () => ({
    said: open(partitionSettingsSchema, (await cache.settings.get(partitionId))?.body)[0] ?? null,
    saves: (await cache.settingsSaves.toArray()).flatMap(({ body }) => open(settingsSaveSchema, body)).filter((save) => save.partitionId === partitionId),
  }));
  if (!said) return null;
  const known = new Set(saves.map(({ id }) => id));
  const unsent = rows.flatMap((row) => saveIn(row) ?? []).filter(({ action }) => !known.has(action.id));
  const underway = unsent.filter(({ row }) => row.state !== 'held');
  return {
    settings: withChanges(
      said,
      underway.flatMap(({ action }) => action.data.changes),
    ),
    isWaiting: underway.some(({ row }) => row.state !== 'done'),
    held: unsent.flatMap(({ row, action }) =>
      row.state === 'held' && row.heldBecause ? [{ id: row.id, refusal: row.heldBecause, changes: action.data.changes, reason: action.data.reason }] : [],
    ),
    draft,
    saves: saves.sort((one, other) => other.at - one.at),
  };
};

const saveIn = (row: OutboxRow): { readonly row: OutboxRow; readonly action: ActionOf<'save-settings'> } | null => {
  const action = parseStoredAction(row);
  return action?.kind === 'save-settings' && v.is(administratorActionSchema, action) ? { row, action } : null;
};
