import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { createNodeSqliteDialect } from './node-sqlite-dialect.ts';
import type { Database, Schema } from './schema.ts';

/** The data is in use by another process: two writers would each think that they are alone. */
export class DataInUseError extends Error {
  constructor(folder: string) {
    super(`The data in ${folder} is in use by another Portico server. Stop that one first, or choose another folder with PORTICO_DATA.`);
    this.name = 'DataInUseError';
  }
}

/** Opens (or makes) the database in this folder, for this process alone; the lock goes with the process, however it ends. */
export const openSqlite = (folder: string): Database => {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'portico.sqlite'), { timeout: 0 });
  try {
    // Set before WAL: the lock is then held from the first statement until the process ends.
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; begin exclusive; commit;');
  } catch (fault) {
    database.close();
    throw isBusy(fault) ? new DataInUseError(folder) : fault;
  }
  return prepare(database);
};

export const openMemoryDatabase = (): Database => prepare(new DatabaseSync(':memory:'));

/** FULL: an answer that left is on the disk, also when the power goes. */
const prepare = (database: DatabaseSync): Database => {
  database.exec('pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory;');
  return new Kysely<Schema>({ dialect: createNodeSqliteDialect(database) });
};

/** SQLITE_BUSY is 5, SQLITE_LOCKED 6 (sqlite.org/rescode.html). */
const isBusy = (fault: unknown): boolean => fault instanceof Error && 'errcode' in fault && (fault.errcode === 5 || fault.errcode === 6);
