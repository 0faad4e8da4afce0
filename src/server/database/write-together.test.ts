import type { Transaction } from 'kysely';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrations.ts';
import { openMemoryDatabase } from './open-sqlite.ts';
import type { Database, Schema } from './schema.ts';
import { createWriteTogether, type WriteTogether } from './write-together.ts';

let database: Database;
let writeTogether: WriteTogether;
beforeEach(async () => {
  database = openMemoryDatabase();
  await migrate(database, v7);
  writeTogether = createWriteTogether(database);
});
afterEach(() => database.destroy());

const add = async (transaction: Transaction<Schema>, id: string): Promise<string> => {
  await transaction.insertInto('articles').values({ id, body: '{}' }).execute();
  return id;
};
const stored = async (): Promise<readonly string[]> => (await database.selectFrom('articles').select('id').orderBy('id').execute()).map(({ id }) => id);

test('a piece of work that fails is undone alone: those beside it are done, and each is told its own', async () => {
  const fault = new Error('a bug');
  const settled = await Promise.allSettled([
    writeTogether((transaction) => add(transaction, 'one')),
    writeTogether(async (transaction) => {
      await add(transaction, 'two');
      throw fault;
    }),
    writeTogether((transaction) => add(transaction, 'three')),
  ]);
  expect(settled).toEqual([
    { status: 'fulfilled', value: 'one' },
    { status: 'rejected', reason: fault },
    { status: 'fulfilled', value: 'three' },
  ]);
  expect(await stored()).toEqual(['one', 'three']);
});

test('nobody is answered before what they did is committed, nor when it could not be', async () => {
  let isAnswered = false;
  const first = writeTogether((transaction) => add(transaction, 'one')).finally(() => (isAnswered = true));
  const second = writeTogether(async (transaction) => {
    // The first one's work is done by now, and not yet committed.
    expect(isAnswered).toBe(false);
    // Takes the whole transaction away under both of them, as a full disk does.
    await transaction.executeQuery({ ...transaction.selectFrom('articles').selectAll().compile(), sql: 'rollback', parameters: [] });
    return 'two';
  });
  expect((await Promise.allSettled([first, second])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await stored()).toEqual([]);
  expect(await writeTogether((transaction) => add(transaction, 'later'))).toBe('later');
  expect(await stored()).toEqual(['later']);
});

test('however much comes at once, all of it is written, in the order in which it came', async () => {
  const order: number[] = [];
  const work = (index: number) => async (transaction: Transaction<Schema>) => {
    order.push(index);
    await add(transaction, String(index));
    // What comes while others are written waits for the next time.
    if (index < 10) late.push(writeTogether(work(index + 100)));
  };
  const late: Promise<void>[] = [];
  await Promise.all(Array.from({ length: 50 }, (_, index) => writeTogether(work(index))));
  await Promise.all(late);
  expect(order).toEqual([...Array.from({ length: 50 }, (_, index) => index), ...Array.from({ length: 10 }, (_, index) => index + 100)]);
  expect(await stored()).toHaveLength(60);
});
