/** The floor for the reference backend: the statements that performing a reply needs, on bare node:sqlite, without server or rules. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Actions per second, `batchSize` in one transaction, each transaction on the disk before the next. */
export const measureBareSqlite = (actionCount: number, batchSize: number): number => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  const database = new DatabaseSync(join(folder, 'bare.sqlite'));
  try {
    database.exec(setUp);
    const perform = prepareAction(database);
    const startedAt = performance.now();
    for (let done = 0; done < actionCount; done += batchSize) {
      database.exec('begin immediate');
      for (let index = 0; index < batchSize; index += 1) perform(done + index);
      database.exec('commit');
    }
    return actionCount / ((performance.now() - startedAt) / 1000);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
};

const setUp = `
  pragma journal_mode = wal; pragma synchronous = full;
  create table tickets (id text primary key, requester_id text, partition_id text, last_at bigint, body text);
  create table entries (id text primary key, ticket_id text, at bigint, desk_only integer, body text);
  create index entries_by_ticket on entries (ticket_id);
  create table receipts (action_id text primary key, person_id text, payload_hash text, answer text);
  create table feed (audience text, kind text, entity_id text, position bigint, body text, primary key (audience, kind, entity_id));
  create index feed_by_position on feed (audience, position);
  create table feed_head (id integer primary key, position bigint);
  insert into feed_head values (1, 0);
`;

const prepareAction = (database: DatabaseSync): ((index: number) => void) => {
  const receipt = database.prepare('select * from receipts where action_id = ?');
  const ticket = database.prepare('select * from tickets where id = ?');
  const saveTicket = database.prepare(
    'insert into tickets values (?, ?, ?, ?, ?) on conflict (id) do update set last_at = excluded.last_at, body = excluded.body',
  );
  const saveEntry = database.prepare('insert into entries values (?, ?, ?, 0, ?)');
  const head = database.prepare('update feed_head set position = position + 4 returning position');
  const feed = database.prepare(
    'insert into feed values (?, ?, ?, ?, ?) on conflict (audience, kind, entity_id) do update set position = excluded.position, body = excluded.body',
  );
  const saveReceipt = database.prepare('insert into receipts values (?, ?, ?, ?)');
  const body = JSON.stringify({ text: 'x'.repeat(700) });
  return (index) => {
    const id = randomUUID();
    const ticketId = `ticket-${index % 50}`;
    receipt.get(id);
    ticket.get(ticketId);
    saveTicket.run(ticketId, 'ada', 'council', index, body);
    saveEntry.run(id, ticketId, index, body);
    const { position } = head.get() as { position: number };
    for (const audience of ['person:ada', 'desk:council']) {
      feed.run(audience, 'ticket', ticketId, position, body);
      feed.run(audience, 'entry', id, position, body);
    }
    saveReceipt.run(id, 'ada', 'hash', body);
  };
};
