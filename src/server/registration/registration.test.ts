import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { describeRegistration } from './registration-acceptance.testing.ts';

describeRegistration('SQLite', async () => openMemoryDatabase());
