/** What an administrator decides for a partition: judged, kept and told like everything else that people do. */
import type { Transaction } from 'kysely';
import type { ActionOf } from '../../domain/action.ts';
import { decideSettings } from '../../domain/settings/decide-settings.ts';
import type { PartitionId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { nameableIn } from '../../domain/settings/settings-problem.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import type { Schema } from '../database/schema.ts';
import { partitionRow } from '../feed/write-feed.ts';
import { readLastSave, readSettings, saveRow, saveSettings, settingsRow } from '../partition-settings/settings-records.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { BatchRecords } from './batch-records.ts';
import type { PerformedElsewhere } from './performed-elsewhere.ts';

type Performing = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly records: BatchRecords; readonly person: Person };

export const performSettings = async (
  { deps, transaction, records, person }: Performing,
  action: ActionOf<'save-settings'>,
): Promise<Result<PerformedElsewhere, Refusal>> => {
  const partitionId = action.subject.id as PartitionId;
  const lastSave = await readLastSave(transaction, partitionId);
  // The saves of one partition have times that never tie, also when a clock is set back.
  const now = Math.max(deps.now(), (lastSave?.at ?? 0) + 1);
  const known = await records.deskRecords();
  const scene = { actor: person, settings: await readSettings(transaction, partitionId), lastSave, nameable: nameableIn(known), now };
  const decision = decideSettings(scene, action);
  if (!decision.ok) return no(decision.problem);
  const { settings, save } = decision.value;
  const partition = await saveSettings(transaction, await records.partition(partitionId), settings, save, known);
  records.keepPartition(partition);
  return ok({ at: now, rows: [partitionRow(partition), settingsRow(settings), saveRow(save)] });
};
