import { afterAll } from 'vitest';
import { openPostgres } from '../../server/database/open-postgres.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from '../../server/database/temporary-postgres.testing.ts';
import { describeBackend } from '../backend-acceptance.testing.ts';
import { openReferenceDesk } from './reference-desk.testing.ts';

let postgres: TemporaryPostgres | null = null;
afterAll(() => postgres?.stop());

describeBackend('the reference backend on PostgreSQL', async () => {
  postgres = await startTemporaryPostgres();
  return openReferenceDesk(openPostgres(await postgres.newDatabase()));
});
