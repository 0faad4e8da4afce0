import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { describeAssignment } from './assignment-acceptance.testing.ts';

describeAssignment('SQLite', async () => openMemoryDatabase());
