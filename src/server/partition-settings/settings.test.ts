import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { describeSettings } from './settings-acceptance.testing.ts';

describeSettings('SQLite', async () => openMemoryDatabase());
