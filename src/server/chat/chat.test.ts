import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { describeChat } from './chat-acceptance.testing.ts';

describeChat('SQLite', async () => openMemoryDatabase());
