/** What administrators keep for the whole desk, as the database holds it. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { personSchema } from '../../contract/person.ts';
import { deskRecordSchema, recordSaveSchema } from '../../contract/records.ts';
import type { Person } from '../../domain/person.ts';
import {
  recordsOf,
  worksAsAnalyst,
  type DeskRecord,
  type DeskRecords,
  type PersonRecord,
  type RecordKey,
  type RecordKind,
  type RecordSave,
} from '../../domain/records/desk-record.ts';
import type { RecipientNames } from '../../domain/records/recipient.ts';
import type { Schema } from '../database/schema.ts';

export const readRecords = async (transaction: Transaction<Schema>): Promise<DeskRecords> => {
  const rows = await transaction.selectFrom('records').select('body').orderBy('key').execute();
  const people = await transaction.selectFrom('people').select(['user_name', 'has_left', 'body']).orderBy('id').execute();
  return recordsOf([
    ...rows.map(({ body }): DeskRecord => v.parse(deskRecordSchema, JSON.parse(body))),
    ...people.map((row): DeskRecord => ({
      of: 'person',
      body: personRecordOf(v.parse(personSchema, JSON.parse(row.body)), row.user_name, row.has_left !== 0),
    })),
  ]);
};

/** Those of one kind: what is asked for with many an action is not read with everybody who is kept. */
export const readRecordsOf = async <Kind extends Exclude<RecordKind, 'person'>>(reading: Reading, of: Kind): Promise<DeskRecords[Kind]> => {
  const rows = await reading.selectFrom('records').select('body').where('key', 'like', `${of}/%`).orderBy('key').execute();
  return recordsOf(rows.map(({ body }): DeskRecord => v.parse(deskRecordSchema, JSON.parse(body))))[of];
};

type Reading = Pick<Transaction<Schema>, 'selectFrom'>;

export const personRecordOf = ({ id, name, email, partitionId, roles }: Person, userName: string, hasLeft = false): PersonRecord => ({
  id,
  name,
  email,
  partitionId,
  roles,
  userName,
  hasLeft,
});

/** Calls go to nobody who is no analyst any more, whatever a template says. */
export const namesIn = ({ group, person }: DeskRecords): RecipientNames => ({
  groups: new Map(group.map(({ id, name }) => [id, name])),
  people: new Map(person.filter(worksAsAnalyst).map(({ id, name }) => [id, name])),
});

export const readLastRecordSave = async (transaction: Transaction<Schema>, key: RecordKey): Promise<RecordSave | null> => {
  const row = await transaction.selectFrom('record_saves').select('body').where('record_key', '=', key).orderBy('at', 'desc').executeTakeFirst();
  return row ? v.parse(recordSaveSchema, JSON.parse(row.body)) : null;
};
