import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { describeRecords } from './records-acceptance.testing.ts';

describeRecords('SQLite', async () => openMemoryDatabase());
