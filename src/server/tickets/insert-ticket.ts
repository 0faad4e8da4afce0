import type { Transaction } from 'kysely';
import { isForDeskOnly, type Entry, type Ticket } from '../../domain/ticket.ts';
import type { Schema } from '../database/schema.ts';

/** A ticket that no action of a person made, with what happened on it so far. */
export const insertTicket = async (transaction: Transaction<Schema>, ticket: Ticket, entries: readonly Entry[]): Promise<void> => {
  const lastAt = Math.max(ticket.updatedAt, ...entries.map((entry) => entry.at));
  await transaction
    .insertInto('tickets')
    .values({ id: ticket.id, requester_id: ticket.requester.id, partition_id: ticket.partitionId, last_at: lastAt, body: JSON.stringify(ticket) })
    .execute();
  for (const entry of entries) {
    await transaction
      .insertInto('entries')
      .values({ id: entry.id, ticket_id: ticket.id, at: entry.at, desk_only: isForDeskOnly(entry.body) ? 1 : 0, body: JSON.stringify(entry) })
      .execute();
  }
};
