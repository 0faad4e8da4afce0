import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Schema } from './schema.ts';

/** Instants and positions are bigint in the tables and safe integers in fact: read as numbers. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export const openPostgres = (url: string): Database =>
  new Kysely<Schema>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) }) });
