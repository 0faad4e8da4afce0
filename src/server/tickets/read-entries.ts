import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { entrySchema } from '../../contract/ticket.ts';
import type { Entry } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';

/** What happened on a ticket so far, notes included. */
export const readEntries = async (transaction: Transaction<Schema>, ticketId: string): Promise<readonly Entry[]> => {
  const rows = await transaction.selectFrom('entries').select('body').where('ticket_id', '=', ticketId).orderBy('at').execute();
  return rows.map(({ body }) => v.parse(entrySchema, JSON.parse(body)));
};
