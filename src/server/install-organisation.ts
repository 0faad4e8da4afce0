/** Puts an organisation into an empty database: people, partitions, catalogue, articles, and tickets it starts with. */
import type { Transaction } from 'kysely';
import { loadFlow } from '../contract/load-flow.ts';
import type { Instant } from '../domain/instant.ts';
import { partitionUnder, type PartitionSettings } from '../domain/settings/partition-settings.ts';
import type { Partition } from '../domain/partition.ts';
import type { Person } from '../domain/person.ts';
import { recordsOf, type DeskRecord } from '../domain/records/desk-record.ts';
import type { QuestionFlow } from '../domain/question-flow.ts';
import type { Article, Service } from '../domain/service.ts';
import type { Entry, Ticket } from '../domain/ticket.ts';
import { lockLanes } from './database/lock-lanes.ts';
import type { Schema } from './database/schema.ts';
import { audiences, entryRows, partitionRow, ticketRows, writeFeed, type FeedRow } from './feed/write-feed.ts';
import { insertSettings, settingsRow } from './partition-settings/settings-records.ts';
import { allDeskPeople, deskPeopleRow } from './assignment/desk-people.ts';
import { insertRecord, recordRows } from './records/keep-record.ts';
import { personRecordOf } from './records/read-records.ts';
import type { ServerDeps } from './server-deps.ts';
import { hashPassword } from './session/passwords.ts';
import { insertTicket } from './tickets/insert-ticket.ts';

export type Organisation = {
  readonly partitions: readonly Partition[];
  readonly settings: readonly PartitionSettings[];
  /** Groups, call templates, routing rules, statuses and roles; people are kept as they are above. */
  readonly records: readonly DeskRecord[];
  /** Where the password is null, nothing opens the account until one is set by a link from a letter. */
  readonly people: readonly { readonly person: Person; readonly user: string; readonly password: string | null }[];
  readonly services: readonly Service[];
  readonly flows: readonly QuestionFlow[];
  readonly articles: readonly Article[];
  readonly tickets: readonly { readonly ticket: Ticket; readonly entries: readonly Entry[] }[];
};

export const isEmpty = async ({ database }: Pick<ServerDeps, 'database'>): Promise<boolean> =>
  (await database.selectFrom('people').select('id').limit(1).executeTakeFirst()) === undefined;

/** Whether these very people are in the database already. */
export const holdsPeopleOf = async ({ database }: Pick<ServerDeps, 'database'>, { people }: Pick<Organisation, 'people'>): Promise<boolean> => {
  const ids = people.map(({ person }) => person.id);
  const found = await database.selectFrom('people').select('id').where('id', 'in', ids).execute();
  return found.length === ids.length;
};

type InstallDeps = Pick<ServerDeps, 'database' | 'watch' | 'now' | 'passwordCost'>;

/** Does nothing where there are people already: another server was quicker. */
export const installOrganisation = async (deps: InstallDeps, organisation: Organisation): Promise<void> => {
  const hashes = await Promise.all(organisation.people.map(async ({ password }) => (password === null ? '' : hashPassword(password, deps.passwordCost))));
  await deps.database.transaction().execute(async (transaction) => {
    await lockLanes(transaction, ['organisation']);
    if (!(await isEmpty({ database: transaction }))) return;
    for (const [index, { person, user }] of organisation.people.entries()) {
      await transaction
        .insertInto('people')
        .values({ id: person.id, user_name: user, password_hash: hashes[index] ?? '', body: JSON.stringify(person) })
        .execute();
    }
    await insertBodies(transaction, 'partitions', partitionsInForce(organisation));
    for (const record of organisation.records) await insertRecord(transaction, record);
    for (const settings of organisation.settings) await insertSettings(transaction, settings);
    await insertBodies(transaction, 'services', organisation.services);
    await insertBodies(transaction, 'articles', organisation.articles);
    for (const flow of organisation.flows) await insertFlow(transaction, flow, deps.now());
    for (const { ticket, entries } of organisation.tickets) await insertTicket(transaction, ticket, entries);
    await writeFeed(transaction, feedOf(organisation));
    await raiseNumbersTo(transaction, organisation);
  });
  deps.watch.committed();
};

/** What is set for them holds from the first moment. */
export const partitionsInForce = ({ partitions, settings, records }: Pick<Organisation, 'partitions' | 'settings' | 'records'>): readonly Partition[] =>
  partitions.map((partition) => {
    const set = settings.find(({ id }) => id === partition.id);
    return set ? partitionUnder(partition, set, recordsOf(records)) : partition;
  });

const insertBodies = async (
  transaction: Transaction<Schema>,
  table: 'partitions' | 'services' | 'articles',
  things: readonly { readonly id: string }[],
): Promise<void> => {
  for (const thing of things)
    await transaction
      .insertInto(table)
      .values({ id: thing.id, body: JSON.stringify(thing) })
      .execute();
};

const insertFlow = async (transaction: Transaction<Schema>, written: QuestionFlow, now: Instant): Promise<void> => {
  const loaded = loadFlow(written);
  if (!loaded.ok) throw new Error(`The questions "${written.id}" are not sound: ${loaded.problem.map(({ kind, path }) => `${kind} at ${path}`).join(', ')}`);
  const flow = loaded.value;
  await transaction
    .insertInto('flows')
    .values({ id: flow.id, version: flow.version, body: JSON.stringify(flow), installed_at: now })
    .execute();
};

const feedOf = (organisation: Organisation): readonly FeedRow[] => [
  ...organisation.people.map(({ person }): FeedRow => ({ audience: audiences.person(person.id), kind: 'person', entityId: person.id, body: person })),
  ...organisation.people.map(personRecord).flatMap((record) => recordRows(record, [])),
  ...organisation.records.flatMap((record) => recordRows(record, organisation.partitions)),
  ...allDeskPeople(recordsOf([...organisation.records, ...organisation.people.map(personRecord)])).map(deskPeopleRow),
  ...partitionsInForce(organisation).map(partitionRow),
  ...organisation.settings.map(settingsRow),
  ...organisation.services.flatMap((service) => catalogueRows('service', service.id, service)),
  ...organisation.flows.flatMap((flow) => flowRows(organisation, flow)),
  ...organisation.articles.flatMap((article) => catalogueRows('article', article.id, article)),
  ...organisation.tickets.flatMap(({ ticket, entries }) => [...ticketRows(ticket), ...entries.flatMap((entry) => entryRows(entry, ticket))]),
];

const personRecord = ({ person, user }: Organisation['people'][number]): DeskRecord => ({ of: 'person', body: personRecordOf(person, user) });

const catalogueRows = (kind: 'service' | 'article', entityId: string, body: Service | Article): readonly FeedRow[] =>
  body.partitionIds.map((partitionId) => ({ audience: audiences.partition(partitionId), kind, entityId, body }));

/** Questions go wherever a service asks them. */
const flowRows = (organisation: Organisation, flow: QuestionFlow): readonly FeedRow[] => {
  const partitionIds = new Set(organisation.services.filter((service) => service.flow.id === flow.id).flatMap((service) => service.partitionIds));
  return [...partitionIds].map((partitionId) => ({
    audience: audiences.partition(partitionId),
    kind: 'flow',
    entityId: `${flow.id}@${flow.version}`,
    body: flow,
  }));
};

/** Numbers go on after the highest one that is taken. */
const raiseNumbersTo = async (transaction: Transaction<Schema>, organisation: Organisation): Promise<void> => {
  const taken = organisation.tickets.map(({ ticket }) => Number(/\d+$/.exec(ticket.number ?? '')?.[0] ?? 0));
  await transaction
    .updateTable('numbers')
    .set({ last: Math.max(1000, ...taken) })
    .where('kind', '=', 'ticket')
    .execute();
};
