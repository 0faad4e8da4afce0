import { openMemoryDatabase } from '../../server/database/open-sqlite.ts';
import { describeBackend } from '../backend-acceptance.testing.ts';
import { openReferenceDesk } from './reference-desk.testing.ts';

describeBackend('the reference backend on SQLite', () => openReferenceDesk(openMemoryDatabase()));
