import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Database } from './schema.ts';

/** PostgreSQL where an address is given, else SQLite in the data folder. */
export const openDatabase = ({ DATABASE_URL, PORTICO_DATA }: { readonly DATABASE_URL?: string | undefined; readonly PORTICO_DATA: string }): Database =>
  DATABASE_URL ? openPostgres(DATABASE_URL) : openSqlite(PORTICO_DATA);
