import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgres } from './open-postgres.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from './temporary-postgres.testing.ts';

let postgres: TemporaryPostgres;
beforeAll(async () => {
  postgres = await startTemporaryPostgres();
});
afterAll(() => postgres.stop());

test('a connection that is lost in the middle of a transaction fails that transaction, not the server', async () => {
  const database = openPostgres(await postgres.newDatabase());
  const cut = database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    const pid = rows[0]?.pid ?? 0;
    await sql`select pg_terminate_backend(${pid})`.execute(database);
    await expect.poll(async () => (await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(database)).rows).toEqual([]);
    await sql`select 1`.execute(transaction);
  });
  await expect(cut).rejects.toThrow();
  expect((await sql`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }]);
  await database.destroy();
});
