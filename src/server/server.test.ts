import { openMemoryDatabase } from './database/open-sqlite.ts';
import { describeServer } from './server-acceptance.testing.ts';

describeServer('SQLite', async () => openMemoryDatabase());
