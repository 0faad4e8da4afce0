import { afterAll, beforeAll } from 'vitest';
import { openPostgres } from './database/open-postgres.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from './database/temporary-postgres.testing.ts';
import { describeServer } from './server-acceptance.testing.ts';

let postgres: TemporaryPostgres;
beforeAll(async () => {
  postgres = await startTemporaryPostgres();
});
afterAll(() => postgres.stop());

describeServer('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));
