/**
 * What only time does to chats: an analyst whose line is dead is gone and their chat goes back into the queue; whoever has
 * waited long enough goes on as a ticket. Safe to run on two servers at once: each piece is looked at again under its lock.
 */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { ticketSchema } from '../../contract/ticket.ts';
import { endByWaitLimit, giveBack, takeFromAnalyst } from '../../domain/chat/decide-chat.ts';
import type { EntryId, PersonId, TicketId } from '../../domain/ids.ts';
import { minutes, type Instant } from '../../domain/instant.ts';
import type { BatchRecords, TicketRecord } from '../actions/batch-records.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import type { Schema } from '../database/schema.ts';
import { entryRows, ticketRows, writeFeed, type FeedRow } from '../feed/write-feed.ts';
import type { ServerDeps } from '../server-deps.ts';
import { readChatPolicy, readPerson } from './chat-list.ts';
import { hasLine, isListening } from './lease.ts';
import { lockWhoTakesChats } from './lock-who-chats.ts';
import { endPresence, keepChat, openChatsOf, readPresence } from './chat-records.ts';
import { presenceRowsOf } from './queue-news.ts';

type SweepDeps = Pick<ServerDeps, 'database' | 'writeTogether' | 'watch' | 'now' | 'newId'>;

export const sweepChats = async (deps: SweepDeps): Promise<void> => {
  for (const personId of await readVanished(deps)) await sweepPerson(deps, personId);
  for (const wait of await readTooLong(deps)) await sweepWaiting(deps, wait);
};

/** Who is gone without a word: also out of a chat that they stayed in after they had said that they go. */
const readVanished = async ({ database, watch, now }: SweepDeps): Promise<readonly PersonId[]> => {
  const talking = database.selectFrom('chats').select('analyst_id').where('state', '=', 'open').where('analyst_id', 'is not', null);
  const rows = await database
    .selectFrom('presences')
    .select('person_id')
    .where('lease_until', '<', now())
    .where((where) => where.or([where('availability', '!=', 'offline'), where('person_id', 'in', talking)]))
    .execute();
  const isHere = isListening({ watch });
  return rows.map((row) => row.person_id as PersonId).filter((personId) => !isHere(personId));
};

/** A chat that a rule has moved on; its ticket is for the caller to keep. */
export type TurnedChat = { readonly record: TicketRecord; readonly rows: readonly FeedRow[] };

/**
 * Of somebody who is not there any more as they were: their chats wait again, at once. The batch goes on from these tickets;
 * it holds their lanes (`lockWhoChats`), so what is being said there is written first, or afterwards.
 */
export const giveBackChatsOf = async (
  deps: SweepDeps,
  transaction: Transaction<Schema>,
  records: Pick<BatchRecords, 'ticket'>,
  personId: PersonId,
): Promise<readonly TurnedChat[]> => {
  const turned: TurnedChat[] = [];
  for (const id of await openChatsOf(transaction, personId)) {
    const done = await turn(deps, transaction, await records.ticket(id), takeFromAnalyst);
    if (done) turned.push(done);
  }
  return turned;
};

const sweepPerson = async (deps: SweepDeps, personId: PersonId): Promise<void> => {
  const lanes = (await openChatsOf(deps.database, personId)).map((id) => `ticket:${id}`);
  await written(deps, async (transaction) => {
    await lockLanes(transaction, [`person:${personId}`, ...lanes]);
    const { leaseUntil } = await readPresence(transaction, personId);
    const open = await openChatsOf(transaction, personId);
    // A chat that was taken since the lanes were named is not locked here: the next look finds it.
    if (leaseUntil >= deps.now() || !open.every((id) => lanes.includes(`ticket:${id}`))) return [];
    return takeOffline(deps, transaction, personId, giveBack);
  });
};

/** Signing out is a word: nobody waits for a lease to run out, unless they are still there in another browser. */
export const sweepSignedOut = (deps: SweepDeps, personId: PersonId): Promise<void> =>
  written(deps, async (transaction) => {
    // No chat is accepted meanwhile: those that are theirs now are all.
    await lockWhoTakesChats(transaction);
    const open = await openChatsOf(transaction, personId);
    await lockLanes(transaction, [`person:${personId}`, ...open.map((id) => `ticket:${id}`)]);
    return (await hasLine(deps, transaction, personId)) ? [] : takeOffline(deps, transaction, personId, takeFromAnalyst);
  });

/** The lanes of their chats are locked. */
const takeOffline = async (deps: SweepDeps, transaction: Transaction<Schema>, personId: PersonId, rule: typeof giveBack): Promise<readonly FeedRow[]> => {
  await endPresence(transaction, personId, deps.now());
  const rows: FeedRow[] = [];
  for (const id of await openChatsOf(transaction, personId)) rows.push(...(await turnAlone(deps, transaction, id, rule)));
  const person = await readPerson(transaction, personId);
  return [...rows, ...(person ? await presenceRowsOf(transaction, person.partitionId, personId, deps.now()) : [])];
};

type Wait = { readonly ticketId: TicketId; readonly since: Instant };

const readTooLong = async ({ database, now }: SweepDeps): Promise<readonly Wait[]> => {
  const tooLong: Wait[] = [];
  const partitions = await database.selectFrom('chats').select('partition_id').distinct().where('state', '=', 'waiting').execute();
  for (const { partition_id: partitionId } of partitions) {
    const policy = await readChatPolicy(database, partitionId);
    // Where chat is off, or there is none any more, nobody is meant to come: they need not wait at all.
    const before = now() - minutes(policy?.enabled ? policy.waitLimitMinutes : 0);
    const rows = await database
      .selectFrom('chats')
      .select(['ticket_id', 'waits_since'])
      .where('partition_id', '=', partitionId)
      .where('state', '=', 'waiting')
      .where('waits_since', '<=', before)
      .execute();
    tooLong.push(...rows.map((row) => ({ ticketId: row.ticket_id as TicketId, since: Number(row.waits_since) })));
  }
  return tooLong;
};

const sweepWaiting = (deps: SweepDeps, { ticketId, since }: Wait): Promise<void> =>
  written(deps, async (transaction) => {
    await lockLanes(transaction, [`ticket:${ticketId}`]);
    const same = await transaction.selectFrom('chats').select('state').where('ticket_id', '=', ticketId).where('waits_since', '=', since).executeTakeFirst();
    // Who was talked to meanwhile, and waits again, has not waited long.
    return same?.state === 'waiting' ? turnAlone(deps, transaction, ticketId, endByWaitLimit) : [];
  });

/** One rule done to one ticket, as it is in the database; nothing where it is as it should be. */
const turnAlone = async (deps: SweepDeps, transaction: Transaction<Schema>, ticketId: TicketId, rule: typeof giveBack): Promise<readonly FeedRow[]> => {
  const found = await transaction.selectFrom('tickets').select(['body', 'last_at']).where('id', '=', ticketId).executeTakeFirst();
  const done = await turn(deps, transaction, found ? { ticket: v.parse(ticketSchema, JSON.parse(found.body)), lastAt: Number(found.last_at) } : null, rule);
  if (!done) return [];
  await transaction
    .updateTable('tickets')
    .set({ body: JSON.stringify(done.record.ticket), last_at: done.record.lastAt })
    .where('id', '=', ticketId)
    .execute();
  return done.rows;
};

const turn = async (deps: SweepDeps, transaction: Transaction<Schema>, found: TicketRecord | null, rule: typeof giveBack): Promise<TurnedChat | null> => {
  if (!found) return null;
  // What happens on one ticket has times that never tie.
  const at: Instant = Math.max(deps.now(), found.lastAt + 1);
  const done = rule(found.ticket, at, deps.newId() as EntryId);
  if (!done) return null;
  const { ticket, entry } = done;
  await transaction
    .insertInto('entries')
    .values({ id: entry.id, ticket_id: ticket.id, at, desk_only: 0, body: JSON.stringify(entry) })
    .execute();
  await keepChat(transaction, ticket);
  return { record: { ticket, lastAt: at }, rows: [...ticketRows(ticket), ...entryRows(entry, ticket)] };
};

const written = async ({ writeTogether, watch }: SweepDeps, work: (transaction: Transaction<Schema>) => Promise<readonly FeedRow[]>): Promise<void> => {
  const rows = await writeTogether(async (transaction) => {
    const news = await work(transaction);
    if (news.length > 0) await writeFeed(transaction, news);
    return news;
  });
  if (rows.length > 0) watch.committed([...new Set(rows.map(({ audience }) => audience))]);
};
