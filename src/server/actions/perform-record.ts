/** What an administrator keeps for the whole desk: judged, kept and told like everything else that people do. */
import type { Transaction } from 'kysely';
import type { ActionOf } from '../../domain/action.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { decideRecord } from '../../domain/records/decide-record.ts';
import { keyOfChange, rightsUnder, type DeskRecords, type RecordChange } from '../../domain/records/desk-record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import { recordsNamedIn } from '../../domain/settings/partition-settings.ts';
import type { Schema } from '../database/schema.ts';
import { partitionRow, type FeedRow } from '../feed/write-feed.ts';
import { putSettingsInForce, readAllSettings } from '../partition-settings/settings-records.ts';
import { readTalking } from '../chat/chat-records.ts';
import { takesChatsAway } from '../chat/lock-who-chats.ts';
import { giveBackChatsOf, type TurnedChat } from '../chat/sweep-chats.ts';
import { deskPeopleNews } from '../assignment/desk-people.ts';
import { isElsewhereNow, keepRecord } from '../records/keep-record.ts';
import { readLastRecordSave } from '../records/read-records.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { BatchRecords } from './batch-records.ts';
import type { PerformedElsewhere } from './performed-elsewhere.ts';

export type Performing = { readonly deps: ServerDeps; readonly transaction: Transaction<Schema>; readonly records: BatchRecords; readonly person: Person };

export const performRecord = async (
  { deps, transaction, records, person }: Performing,
  action: ActionOf<'save-record'>,
): Promise<Result<PerformedElsewhere, Refusal>> => {
  const { change } = action.data;
  const key = keyOfChange(change);
  const known = await records.deskRecords();
  const lastSave = await readLastRecordSave(transaction, key);
  // The saves of one record have times that never tie, also when a clock is set back.
  const now = Math.max(deps.now(), (lastSave?.at ?? 0) + 1);
  const named = (await readAllSettings(transaction)).filter((settings) => recordsNamedIn(settings).includes(key));
  const partitionIds = await records.partitionIds();
  const scene = { actor: person, current: currentOf(known, change), lastSave, known, partitionIds, namedBySettingsOf: named.map(({ name }) => name), now };
  const decision = decideRecord(scene, action);
  if (!decision.ok) return no(decision.problem);
  const rows = await keepRecord(transaction, known, decision.value);
  records.forgetDeskRecords();
  const kept = await records.deskRecords();
  const partitions: FeedRow[] = [];
  for (const settings of named) {
    const partition = await putSettingsInForce(transaction, await records.partition(settings.id), settings, kept);
    records.keepPartition(partition);
    partitions.push(partitionRow(partition));
  }
  const performing = { deps, transaction, records, person };
  const chats = [...(await chatsGivenBack(performing, change)), ...(await chatsLeftBehind(performing, change, kept))];
  return ok({
    at: now,
    rows: [...rows, ...deskPeopleNews(known, kept), ...chats.flatMap((chat) => chat.rows), ...partitions],
    tickets: chats.map(({ record }) => record),
  });
};

/** Whoever has left, moved or has other roles is in no chat any more. */
export const chatsGivenBack = async ({ deps, transaction, records }: Performing, change: RecordChange): Promise<readonly TurnedChat[]> =>
  change.of === 'person' && change.to && isElsewhereNow(change) ? giveBackChatsOf(deps, transaction, records, change.to.id) : [];

/** Whoever may take no chats any more, because a role has lost the right, is in none either: the person at the other end is not left with nobody. */
const chatsLeftBehind = async (
  { deps, transaction, records }: Performing,
  change: RecordChange,
  { person: people, role: roles }: DeskRecords,
): Promise<readonly TurnedChat[]> => {
  if (!takesChatsAway(change)) return [];
  const mayTake = (id: PersonId): boolean => people.some((one) => one.id === id && rightsUnder(one.roles, roles).includes('chat-analyst'));
  const turned: TurnedChat[] = [];
  for (const id of await readTalking(transaction)) if (!mayTake(id)) turned.push(...(await giveBackChatsOf(deps, transaction, records, id)));
  return turned;
};

const currentOf = (known: DeskRecords, { of, from, to }: RecordChange): RecordChange['to'] => known[of].find(({ id }) => id === (to ?? from)?.id) ?? null;
