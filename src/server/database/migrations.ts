/** The schema, forward only: named steps, each run once, in this order. Steps are only ever appended. */
import { sql, type Transaction } from 'kysely';
import { lockLanes } from './lock-lanes.ts';
import type { Database, Schema } from './schema.ts';

type Step = { readonly name: string; readonly statements: readonly string[] };

/** Types that mean the same on SQLite and PostgreSQL; instants are milliseconds. */
const steps: readonly Step[] = [
  {
    name: '0001-first-tables',
    statements: [
      'create table people (id text primary key, user_name text not null unique, password_hash text not null, body text not null)',
      'create table partitions (id text primary key, body text not null)',
      'create table services (id text primary key, body text not null)',
      'create table flows (id text not null, version bigint not null, body text not null, installed_at bigint not null, primary key (id, version))',
      'create table articles (id text primary key, body text not null)',
      'create table tickets (id text primary key, requester_id text not null, partition_id text not null, last_at bigint not null, body text not null)',
      'create table entries (id text primary key, ticket_id text not null, at bigint not null, desk_only integer not null, body text not null)',
      'create index entries_by_ticket on entries (ticket_id)',
      'create table receipts (action_id text primary key, person_id text not null, payload_hash text not null, answer text not null)',
      'create table feed (audience text not null, kind text not null, entity_id text not null, position bigint not null, body text, primary key (audience, kind, entity_id))',
      'create index feed_by_position on feed (audience, position)',
      'create table feed_head (id integer primary key, feed_id text not null, position bigint not null)',
      'create table numbers (kind text primary key, last bigint not null)',
      "insert into numbers (kind, last) values ('ticket', 1000)",
      'create table sessions (token_hash text primary key, person_id text not null, expires_at bigint not null)',
    ],
  },
  {
    name: '0002-files',
    statements: [
      'create table files (entry_id text primary key, ticket_id text not null, person_id text not null, sha256 text not null, size_bytes bigint not null, received_bytes bigint not null, bytes_of text)',
      'create index files_by_content on files (sha256)',
      // SQLite knows no `bytea`, and keeps bytes as they are in a column of any type.
      'create table file_chunks (entry_id text not null, starts_at bigint not null, bytes bytea not null, primary key (entry_id, starts_at))',
    ],
  },
  {
    name: '0003-partition-settings',
    statements: [
      'create table partition_settings (partition_id text primary key, body text not null)',
      'create table settings_saves (action_id text primary key, partition_id text not null, at bigint not null, body text not null)',
      'create index settings_saves_by_partition on settings_saves (partition_id, at)',
    ],
  },
  {
    name: '0004-records',
    statements: [
      'create table records (key text primary key, body text not null)',
      'create table record_saves (action_id text primary key, record_key text not null, at bigint not null, body text not null)',
      'create index record_saves_by_record on record_saves (record_key, at)',
      'alter table people add column has_left integer not null default 0',
    ],
  },
  {
    name: '0005-mails',
    statements: [
      'create table mails (id text primary key, at bigint not null, address text not null, subject text not null, body text not null, sent_at bigint, tries integer not null, try_at bigint not null)',
      'create index mails_to_send on mails (sent_at, try_at)',
    ],
  },
  {
    name: '0006-chat',
    statements: [
      'create table chats (ticket_id text primary key, partition_id text not null, requester_id text not null, requester_name text not null, state text not null, asked_at bigint not null, waits_since bigint not null, answered_at bigint, analyst_id text)',
      'create index chats_by_partition on chats (partition_id, state, asked_at)',
      'create index chats_by_requester on chats (requester_id, state)',
      'create index chats_by_analyst on chats (analyst_id, state)',
      'create table presences (person_id text primary key, availability text not null, since bigint not null, set_by text not null, lease_until bigint not null)',
      'create table chat_queues (partition_id text primary key, is_online integer not null)',
    ],
  },
  {
    name: '0007-password-links',
    statements: ['create table password_links (token_hash text primary key, person_id text not null, expires_at bigint not null)'],
  },
  {
    name: '0008-registrations',
    statements: [
      'create table registrations (id text primary key, secret_hash text not null, email text not null, follows text not null, is_open integer not null, body text not null)',
      'create index registrations_by_email on registrations (email, is_open)',
    ],
  },
  { name: '0009-feed-in-order', statements: ['create index feed_in_order on feed (position)'] },
  {
    name: '0010-lines',
    statements: ['alter table sessions add column line_until bigint not null default 0', 'create index sessions_by_person on sessions (person_id)'],
  },
  { name: '0011-server-of-line', statements: ["alter table sessions add column line_server text not null default ''"] },
];

/** Brings the schema up to date, in one transaction; of several servers that start at once on PostgreSQL, one does it. */
export const migrate = async (database: Database, newFeedId: () => string): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    await lockLanes(transaction, ['migrations']);
    await sql`create table if not exists migrations (name text primary key)`.execute(transaction);
    const done = await sql<{ name: string }>`select name from migrations`.execute(transaction);
    const names = new Set(done.rows.map((row) => row.name));
    for (const step of steps) if (!names.has(step.name)) await runStep(transaction, step);
    const head = { id: 1, feed_id: newFeedId(), position: 0 };
    await transaction
      .insertInto('feed_head')
      .values(head)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });

const runStep = async (transaction: Transaction<Schema>, step: Step): Promise<void> => {
  for (const statement of step.statements) await sql.raw(statement).execute(transaction);
  await sql`insert into migrations (name) values (${step.name})`.execute(transaction);
};
