import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { describeFiles } from './file-acceptance.testing.ts';

describeFiles('SQLite', async () => openMemoryDatabase());
