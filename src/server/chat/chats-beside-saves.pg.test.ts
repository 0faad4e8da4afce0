/** Two servers on one PostgreSQL: on one people chat, on the other an administrator takes away who they chat with. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test as plainTest } from 'vitest';
import { v7 } from 'uuid';
import { leaseMs } from '../../domain/chat/presence.ts';
import type { ActionId, PartitionId, TicketId } from '../../domain/ids.ts';
import { days } from '../../domain/instant.ts';
import type { RecordChange } from '../../domain/records/desk-record.ts';
import type { Action } from '../../domain/action.ts';
import { lockLanes } from '../database/lock-lanes.ts';
import { openPostgres } from '../database/open-postgres.ts';
import type { Database } from '../database/schema.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from '../database/temporary-postgres.testing.ts';
import { openTestServer, type TestClient, type TestServer } from '../server.testing.ts';
import {
  accepting,
  accepts,
  asks,
  chattingOrganisation,
  comes,
  ending,
  personBecoming,
  roleWith,
  savingRecord,
  stateSeen,
  withoutChatRight,
} from './chat-acceptance.testing.ts';
import { sweepChats } from './sweep-chats.ts';

let postgres: TemporaryPostgres;
beforeAll(async () => {
  postgres = await startTemporaryPostgres();
});
afterAll(() => postgres.stop());

type Servers = {
  readonly chatting: TestServer;
  readonly administering: TestServer;
  /** Looks at both, and stands in their way. */
  readonly database: Database;
};

const test = (title: string, run: (servers: Servers) => Promise<void>): void =>
  plainTest(title, async () => {
    const url = await postgres.newDatabase();
    const organisation = chattingOrganisation();
    const open = () => openTestServer({ organisation, database: openPostgres(url) });
    const [chatting, administering] = [await open(), await open()];
    const database = openPostgres(url);
    try {
      await run({ chatting, administering, database });
    } finally {
      await Promise.all([chatting.close(), administering.close(), database.destroy()]);
    }
  });

/** Whoever comes to this ticket waits, in the order in which they come, until it is let go. */
const holdTicket = async (database: Database, ticketId: TicketId): Promise<{ readonly letGo: () => Promise<void> }> => {
  const transaction = await database.startTransaction().execute();
  await lockLanes(transaction, [`ticket:${ticketId}`]);
  return { letGo: () => transaction.commit().execute() };
};

/** Comes to an end, or until so many wait for each other or for whoever holds a ticket. */
const underWay = async (database: Database, work: Promise<unknown>, waiting: number): Promise<void> => {
  let isDone = false;
  void work.finally(() => (isDone = true)).catch(() => undefined);
  while (!isDone && (await countWaiting(database)) < waiting) await new Promise((resolve) => setTimeout(resolve, 10));
};

const countWaiting = async (database: Database): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(database);
  return rows[0]?.count ?? 0;
};

const outcomesOf = async (client: TestClient, ...actions: readonly Action[]): Promise<readonly string[]> =>
  (await client.perform(...actions)).map((answer) => (answer.outcome === 'refused' ? answer.refusal.kind : answer.outcome));

const noting = (ticketId: TicketId): Action => ({
  v: 1,
  id: v7() as ActionId,
  at: 0,
  subject: { kind: 'ticket', id: ticketId },
  kind: 'add-note',
  data: { text: 'Seen.' },
});

/** Gus goes to the hospital. */
const moved = (client: TestClient): Promise<RecordChange> => personBecoming(client, 'gus', { partitionId: 'hospital' as PartitionId });

/** Hal is an administrator, too, and those take chats: what analysts lose he keeps. */
const halMayEitherWay = async (sam: TestClient): Promise<void> => {
  await sam.perform(
    savingRecord(await personBecoming(sam, 'hal', { roles: ['employee', 'analyst', 'administrator'] })),
    savingRecord(await roleWith(sam, 'administrator', (before) => [...before, 'chat-analyst', 'prompt-to-save-on-close'])),
  );
};

/** As lanes are locked, whatever the ids are. */
const inLaneOrder = async (database: Database, ids: readonly TicketId[]): Promise<readonly TicketId[]> => {
  const { rows } = await sql<{ id: TicketId }>`
    select id from unnest(${ids}::text[]) as id order by hashtextextended('ticket:' || id, 0)`.execute(database);
  return rows.map(({ id }) => id);
};

test('a right is taken away while somebody writes on the tickets of two of its chats: neither stands in the way of the other', async ({
  chatting,
  administering,
  database,
}) => {
  const [ada, ben, gus, hal] = await Promise.all(['ada', 'ben', 'gus', 'hal'].map(chatting.signIn));
  const sam = await administering.signIn('sam');
  if (!ada || !ben || !gus || !hal) throw new Error('nobody');
  await comes(gus);
  await comes(hal);
  const [first, second] = await inLaneOrder(database, [await asks(ada), await asks(ben)]);
  if (!first || !second) throw new Error('no chats');
  await accepts(gus, second);
  await accepts(hal, first);
  const held = await holdTicket(database, second);
  const saved = outcomesOf(sam, savingRecord(await withoutChatRight(sam)));
  await underWay(database, saved, 1);
  const noted = outcomesOf(gus, noting(first), noting(second));
  await underWay(database, noted, 2);
  await held.letGo();
  expect(await Promise.allSettled([saved, noted])).toEqual([
    { status: 'fulfilled', value: ['applied'] },
    { status: 'fulfilled', value: ['applied', 'applied'] },
  ]);
});

test('an analyst is moved while the person ends their chat: neither stands in the way of the other', async ({ chatting, administering, database }) => {
  const [ada, gus, sam] = [await chatting.signIn('ada'), await chatting.signIn('gus'), await administering.signIn('sam')];
  await comes(gus);
  const ticketId = await asks(ada);
  await accepts(gus, ticketId);
  const held = await holdTicket(database, ticketId);
  const ended = outcomesOf(ada, ending(ticketId));
  await underWay(database, ended, 1);
  const saved = outcomesOf(sam, savingRecord(await moved(sam)));
  await underWay(database, saved, 2);
  await held.letGo();
  expect(await Promise.allSettled([ended, saved])).toEqual([
    { status: 'fulfilled', value: ['applied'] },
    { status: 'fulfilled', value: ['applied'] },
  ]);
});

test('an analyst is moved while their lease runs out: neither stands in the way of the other', async ({ chatting, administering, database }) => {
  const [ada, gus, sam] = [await chatting.signIn('ada'), await chatting.signIn('gus'), await administering.signIn('sam')];
  await comes(gus);
  const ticketId = await asks(ada);
  await accepts(gus, ticketId);
  chatting.clock.now += leaseMs + 1;
  const held = await holdTicket(database, ticketId);
  const swept = sweepChats(chatting.deps);
  await underWay(database, swept, 1);
  const saved = outcomesOf(sam, savingRecord(await moved(sam)));
  await underWay(database, saved, 2);
  await held.letGo();
  expect(await Promise.allSettled([swept, saved])).toEqual([
    { status: 'fulfilled', value: undefined },
    { status: 'fulfilled', value: ['applied'] },
  ]);
});

test('whoever accepts a chat while they lose the right to is not left in it', async ({ chatting, administering, database }) => {
  const [ada, gus, sam] = [await chatting.signIn('ada'), await chatting.signIn('gus'), await administering.signIn('sam')];
  await comes(gus);
  const ticketId = await asks(ada);
  const held = await holdTicket(database, ticketId);
  const accepted = outcomesOf(gus, accepting(ticketId));
  await underWay(database, accepted, 1);
  const saved = outcomesOf(sam, savingRecord(await withoutChatRight(sam)));
  await underWay(database, saved, 2);
  await held.letGo();
  await Promise.all([accepted, saved]);
  expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
});

test('whoever loses the right to chat in a save that is not through yet accepts none beside it', async ({ chatting, administering, database }) => {
  const [ada, ben, gus, hal] = await Promise.all(['ada', 'ben', 'gus', 'hal'].map(chatting.signIn));
  const sam = await administering.signIn('sam');
  if (!ada || !ben || !gus || !hal) throw new Error('nobody');
  await comes(gus);
  await comes(hal);
  const [ticketId, other] = [await asks(ada), await asks(ben)];
  await accepts(hal, other);
  const held = await holdTicket(database, other);
  const saved = outcomesOf(sam, savingRecord(await withoutChatRight(sam)));
  await underWay(database, saved, 1);
  const accepted = outcomesOf(gus, accepting(ticketId));
  await underWay(database, accepted, 2);
  await held.letGo();
  expect(await saved).toEqual(['applied']);
  expect(await accepted).toEqual(['not-allowed']);
  expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
});

test('a chat that somebody else takes over while the right of the first is taken away is not given back', async ({ chatting, administering, database }) => {
  const [ada, gus, sam] = [await chatting.signIn('ada'), await chatting.signIn('gus'), await administering.signIn('sam')];
  await halMayEitherWay(sam);
  const hal = await chatting.signIn('hal');
  await comes(gus);
  const ticketId = await asks(ada);
  await accepts(gus, ticketId);
  chatting.clock.now += leaseMs + 1;
  await comes(hal);
  const held = await holdTicket(database, ticketId);
  const swept = sweepChats(chatting.deps);
  await underWay(database, swept, 1);
  const accepted = outcomesOf(hal, accepting(ticketId));
  await underWay(database, accepted, 2);
  const saved = outcomesOf(sam, savingRecord(await withoutChatRight(sam)));
  await underWay(database, saved, 3);
  await held.letGo();
  await swept;
  expect([await accepted, await saved]).toEqual([['applied'], ['applied']]);
  expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'open', analyst: { id: 'hal' } });
});

test('whoever is talked to just before the limit, and waits again, is not sent on for the wait before', async ({ chatting, database }) => {
  const ada = await chatting.signIn('ada');
  await comes(await chatting.signIn('gus'));
  const ticketId = await asks(ada);
  chatting.clock.now += days(1);
  const held = await holdTicket(database, ticketId);
  const swept = sweepChats(chatting.deps);
  await underWay(database, swept, 1);
  await database.updateTable('chats').set({ waits_since: chatting.clock.now }).where('ticket_id', '=', ticketId).execute();
  await held.letGo();
  await swept;
  expect(await stateSeen(ada, ticketId)).toMatchObject({ kind: 'waiting' });
});
