/** Writes a record that was judged good, and what follows from it; hands back what readers are to be told. */
import type { Transaction } from 'kysely';
import type { Person } from '../../domain/person.ts';
import { isSame } from '../../domain/records/decide-record.ts';
import {
  keyOfChange,
  keyOfRecord,
  rightsUnder,
  type DeskRecord,
  type PersonChange,
  type PersonRecord,
  type RecordChange,
  type RecordKey,
  type RecordKind,
  type RecordSave,
  type RoleRecord,
} from '../../domain/records/desk-record.ts';
import { endPresence } from '../chat/chat-records.ts';
import type { Schema } from '../database/schema.ts';
import { audiences, type FeedRow } from '../feed/write-feed.ts';

type People = { readonly person: readonly PersonRecord[]; readonly role: readonly RoleRecord[] };

export const keepRecord = async (transaction: Transaction<Schema>, known: People, save: RecordSave): Promise<readonly FeedRow[]> => {
  const { change } = save;
  await transaction
    .insertInto('record_saves')
    .values({ action_id: save.id, record_key: keyOfChange(change), at: save.at, body: JSON.stringify(save) })
    .execute();
  const told = [
    ...(await rowsOfChange(transaction, change)),
    { audience: audiences.setup(), kind: 'record-save', entityId: save.id, body: save } satisfies FeedRow,
  ];
  if (change.of === 'person') {
    if (change.to && isElsewhereNow(change)) await endPresence(transaction, change.to.id, save.at);
    return change.to ? [...told, await keepPerson(transaction, change.to, known.role)] : told;
  }
  await keepBody(transaction, change);
  return change.of === 'role' && change.to ? [...told, ...(await keepEverybodyWith(transaction, change.to, known))] : told;
};

/** Whoever has left, moved or has other roles is not there for chats as they were: what they are in goes back to the queue at once. */
export const isElsewhereNow = ({ from, to }: PersonChange): boolean =>
  from !== null && to !== null && (to.hasLeft || from.partitionId !== to.partitionId || !isSame(from.roles, to.roles));

const keepBody = async (transaction: Transaction<Schema>, change: Exclude<RecordChange, { readonly of: 'person' }>): Promise<void> => {
  const key = keyOfChange(change);
  if (change.to === null) await transaction.deleteFrom('records').where('key', '=', key).execute();
  else await insertRecord(transaction, { of: change.of, body: change.to } as DeskRecord);
};

export const insertRecord = async (transaction: Transaction<Schema>, record: DeskRecord): Promise<void> => {
  await transaction
    .insertInto('records')
    .values({ key: keyOfRecord(record.of, record.body.id), body: JSON.stringify(record) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet((row) => ({ body: row.ref('excluded.body') })))
    .execute();
};

/** Somebody new has no password yet: nothing that is typed matches an empty one. Whoever has left is signed out everywhere. */
const keepPerson = async (transaction: Transaction<Schema>, record: PersonRecord, roles: readonly RoleRecord[]): Promise<FeedRow> => {
  const person = personOf(record, roles);
  const kept = { user_name: record.userName, has_left: record.hasLeft ? 1 : 0, body: JSON.stringify(person) };
  await transaction
    .insertInto('people')
    .values({ id: record.id, password_hash: '', ...kept })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
    .execute();
  if (record.hasLeft) await transaction.deleteFrom('sessions').where('person_id', '=', record.id).execute();
  return { audience: audiences.person(record.id), kind: 'person', entityId: record.id, body: person };
};

const keepEverybodyWith = async (transaction: Transaction<Schema>, role: RoleRecord, { person, role: before }: People): Promise<readonly FeedRow[]> => {
  const roles = [...before.filter(({ id }) => id !== role.id), role];
  const rows: FeedRow[] = [];
  for (const record of person) if (record.roles.includes(role.id)) rows.push(await keepPerson(transaction, record, roles));
  return rows;
};

const personOf = ({ id, name, email, partitionId, roles }: PersonRecord, records: readonly RoleRecord[]): Person => ({
  id,
  name,
  email,
  partitionId,
  roles,
  rights: rightsUnder(roles, records),
});

const rowsOfChange = async (transaction: Transaction<Schema>, change: RecordChange): Promise<readonly FeedRow[]> => {
  const partitions = change.of === 'status' ? await transaction.selectFrom('partitions').select('id').orderBy('id').execute() : [];
  return rowsOf(change.of, keyOfChange(change), change.to && { of: change.of, body: change.to }, partitions);
};

export const recordRows = (record: DeskRecord, partitions: readonly { readonly id: string }[]): readonly FeedRow[] =>
  rowsOf(record.of, keyOfRecord(record.of, record.body.id), record, partitions);

/** For those who may set it; what a ticket can be set to is for every desk, too. */
const rowsOf = (of: RecordKind, entityId: RecordKey, body: unknown, partitions: readonly { readonly id: string }[]): readonly FeedRow[] => {
  const desks = of === 'status' ? partitions.map(({ id }) => audiences.desk(id)) : [];
  return [audiences.setup(), ...desks].map((audience) => ({ audience, kind: 'record', entityId, body }));
};
