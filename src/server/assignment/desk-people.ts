/** Whom tickets can be given to: read where one is given, and told to every desk when it changes. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { deskPeopleKey } from '../../contract/assignment.ts';
import { personSchema } from '../../contract/person.ts';
import { ticketSchema } from '../../contract/ticket.ts';
import { deskPeopleOf, type DeskPeople } from '../../domain/assignment/desk-people.ts';
import type { PartitionId } from '../../domain/ids.ts';
import type { DeskRecords } from '../../domain/records/desk-record.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { audiences, ticketRows, writeFeed, type FeedRow } from '../feed/write-feed.ts';
import type { ServerDeps } from '../server-deps.ts';
import { personRecordOf, readRecords, readRecordsOf } from '../records/read-records.ts';

/** The database narrows it down: of thousands of people few are analysts. */
export const readDeskPeople = async (transaction: Transaction<Schema>, partitionId: PartitionId): Promise<DeskPeople> => {
  const group = await readRecordsOf(transaction, 'group');
  const people = await transaction
    .selectFrom('people')
    .select(['user_name', 'body'])
    .where('has_left', '=', 0)
    .where('body', 'like', '%"analyst"%')
    .orderBy('id')
    .execute();
  const person = people.map((row) => personRecordOf(v.parse(personSchema, JSON.parse(row.body)), row.user_name));
  return deskPeopleOf(partitionId, { group, person });
};

type Known = Pick<DeskRecords, 'group' | 'person'>;

/** Of every partition that somebody belongs to. */
export const allDeskPeople = (known: Known): readonly DeskPeople[] =>
  [...new Set(known.person.map(({ partitionId }) => partitionId))].map((partitionId) => deskPeopleOf(partitionId, known));

export const deskPeopleRow = (people: DeskPeople): FeedRow => ({
  audience: audiences.desk(people.id),
  kind: 'record',
  entityId: deskPeopleKey(people.id),
  body: { of: 'desk-people', body: people },
});

/** For each desk that has other people now than before. */
export const deskPeopleNews = (before: Known, after: Known): readonly FeedRow[] => {
  const told = new Set(allDeskPeople(before).map((people) => JSON.stringify(people)));
  return allDeskPeople(after)
    .filter((people) => !told.has(JSON.stringify(people)))
    .map(deskPeopleRow);
};

/** A database from before the desk gave tickets: its desks are told whom to, and requesters no longer who has theirs. Does nothing where it was done. */
export const holdDeskPeople = (deps: Pick<ServerDeps, 'database'>): Promise<void> =>
  deps.database.transaction().execute(async (transaction) => {
    await lockLanes(transaction, ['organisation', 'records']);
    const known = await readRecords(transaction);
    if (known.person.length === 0 || (await isHeld(transaction))) return;
    await writeFeed(transaction, [...allDeskPeople(known).map(deskPeopleRow), ...(await ticketsToldWhole(transaction))]);
  });

const isHeld = async (transaction: Transaction<Schema>): Promise<boolean> =>
  (await transaction.selectFrom('feed').select('position').where('kind', '=', 'record').where('entity_id', 'like', 'desk-people/%').executeTakeFirst()) !==
  undefined;

const ticketsToldWhole = async (transaction: Transaction<Schema>): Promise<readonly FeedRow[]> => {
  const rows = await transaction.selectFrom('tickets').select('body').where('body', 'like', '%"assigned":%').execute();
  return rows.flatMap(({ body }) => ticketRows(v.parse(ticketSchema, JSON.parse(body))));
};
