import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Schema } from './schema.ts';

/** Instants and positions are bigint in the tables and safe integers in fact: read as numbers. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export const openPostgres = (url: string): Database => {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A connection lost while nobody uses it harms nobody: the pool makes a new one, and whoever needs it then is told.
  pool.on('error', () => undefined);
  // Lost between two queries of a transaction, the next query fails, and the transaction with it: that is all there is to it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
};
