import { sql, type Transaction } from 'kysely';
import * as v from 'valibot';
import { personSchema } from '../../contract/person.ts';
import type { Schema } from '../database/schema.ts';

type PersonRow = Pick<Schema['people'], 'id' | 'user_name' | 'body'>;

/** Who is there under this address, whatever its capitals; null for nobody, and for whoever has left. */
export const personByEmail = async (transaction: Transaction<Schema>, email: string): Promise<PersonRow | null> => {
  const wanted = email.trim().toLowerCase();
  // The database narrows it down, by a text that is written whole; what was found is then read.
  const written = JSON.stringify(wanted).replaceAll(/[\\%_]/g, '\\$&');
  const rows = await transaction
    .selectFrom('people')
    .select(['id', 'user_name', 'body'])
    .where('has_left', '=', 0)
    .where(sql<boolean>`lower(body) like ${`%"email":${written}%`} escape '\\'`)
    .execute();
  return rows.find(({ body }) => v.parse(personSchema, JSON.parse(body)).email.trim().toLowerCase() === wanted) ?? null;
};
