import { afterAll, beforeAll } from 'vitest';
import { openPostgres } from '../database/open-postgres.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from '../database/temporary-postgres.testing.ts';
import { describeFiles } from './file-acceptance.testing.ts';

let postgres: TemporaryPostgres;
beforeAll(async () => {
  postgres = await startTemporaryPostgres();
});
afterAll(() => postgres.stop());

describeFiles('PostgreSQL', async () => openPostgres(await postgres.newDatabase()));
