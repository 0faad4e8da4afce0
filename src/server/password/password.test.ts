import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { describePasswords } from './password-acceptance.testing.ts';

describePasswords('SQLite', async () => openMemoryDatabase());
