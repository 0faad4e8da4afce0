/** Where each chat stands, who is there to chat, and which queues are open: what is looked up beside the tickets themselves. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { chatStateOf, waitsSince } from '../../domain/chat/chat.ts';
import type { Availability, Presence } from '../../domain/chat/presence.ts';
import type { PersonId, TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { availabilities } from '../../domain/chat/presence.ts';
import { givenId } from '../../contract/ids.ts';
import type { Schema } from '../database/schema.ts';

/** Reads outside of a transaction, too. */
export type Reading = Pick<Transaction<Schema>, 'selectFrom'>;

/** Keeps where the chat of a ticket stands now. */
export const keepChat = async (transaction: Transaction<Schema>, ticket: Ticket): Promise<void> => {
  if (!ticket.chat) return;
  const state = chatStateOf(ticket.chat);
  const changing = {
    state: state.kind,
    analyst_id: state.kind === 'open' ? state.analyst.id : null,
    waits_since: waitsSince(ticket.chat) ?? ticket.raisedAt,
    answered_at: ticket.chat.facts.find(({ kind }) => kind === 'accepted')?.at ?? null,
  };
  await transaction
    .insertInto('chats')
    .values({
      ticket_id: ticket.id,
      partition_id: ticket.partitionId,
      requester_id: ticket.requester.id,
      requester_name: ticket.requester.name,
      asked_at: ticket.chat.facts[0]?.at ?? ticket.raisedAt,
      ...changing,
    })
    .onConflict((conflict) => conflict.column('ticket_id').doUpdateSet(changing))
    .execute();
};

/** The chats that an analyst is in. */
export const openChatsOf = async (reading: Reading, analystId: PersonId): Promise<readonly TicketId[]> => {
  const rows = await reading.selectFrom('chats').select('ticket_id').where('analyst_id', '=', analystId).where('state', '=', 'open').execute();
  return rows.map((row) => row.ticket_id as TicketId);
};

/** The chats that any analyst is in. */
export const openChats = async (reading: Reading): Promise<readonly TicketId[]> => {
  const rows = await reading.selectFrom('chats').select('ticket_id').where('state', '=', 'open').execute();
  return rows.map((row) => row.ticket_id as TicketId);
};

/** Every analyst who is in a chat. */
export const readTalking = async (reading: Reading): Promise<readonly PersonId[]> => {
  const rows = await reading.selectFrom('chats').select('analyst_id').distinct().where('state', '=', 'open').execute();
  return rows.flatMap((row) => (row.analyst_id === null ? [] : [row.analyst_id as PersonId]));
};

/** Does this person wait or talk already? */
export const isInChat = async (reading: Reading, requesterId: PersonId): Promise<boolean> =>
  (await reading.selectFrom('chats').select('ticket_id').where('requester_id', '=', requesterId).where('state', '!=', 'ended').executeTakeFirst()) !==
  undefined;

/** How somebody has said that they are there; who never has is offline. */
export type SaidPresence = Pick<Presence, 'availability' | 'since' | 'setBy'> & { readonly leaseUntil: Instant };

const setBySchema = v.nullable(v.object({ id: givenId<PersonId>(), name: v.string() }));
const neverSaid: SaidPresence = { availability: 'offline', since: 0, setBy: null, leaseUntil: 0 };

export const readPresences = async (reading: Reading, personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, SaidPresence>> => {
  if (personIds.length === 0) return new Map();
  const rows = await reading.selectFrom('presences').selectAll().where('person_id', 'in', personIds).execute();
  return new Map(
    rows.map((row) => [
      row.person_id as PersonId,
      {
        availability: v.parse(v.picklist(availabilities), row.availability),
        since: Number(row.since),
        setBy: v.parse(setBySchema, JSON.parse(row.set_by)),
        leaseUntil: Number(row.lease_until),
      },
    ]),
  );
};

export const readPresence = async (reading: Reading, personId: PersonId): Promise<SaidPresence> =>
  (await readPresences(reading, [personId])).get(personId) ?? neverSaid;

export const savePresence = async (
  transaction: Transaction<Schema>,
  personId: PersonId,
  { availability, since, setBy, leaseUntil }: SaidPresence,
): Promise<void> => {
  const changing = { availability, since, set_by: JSON.stringify(setBy), lease_until: leaseUntil };
  await transaction
    .insertInto('presences')
    .values({ person_id: personId, ...changing })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(changing))
    .execute();
};

/** From one availability to another, where it is that one still: whoever has gone meanwhile is not brought back. */
export const changePresence = async (
  transaction: Transaction<Schema>,
  personId: PersonId,
  from: Availability,
  to: Availability,
  now: Instant,
): Promise<void> => {
  await transaction
    .updateTable('presences')
    .set({ availability: to, since: now, set_by: 'null' })
    .where('person_id', '=', personId)
    .where('availability', '=', from)
    .execute();
};

/** A rule of the desk takes them offline: by nobody, from now on, where they are not offline already. */
export const endPresence = async (transaction: Transaction<Schema>, personId: PersonId, now: Instant): Promise<void> => {
  await transaction
    .updateTable('presences')
    .set({ availability: 'offline', since: now, set_by: 'null' })
    .where('person_id', '=', personId)
    .where('availability', '!=', 'offline')
    .execute();
  await transaction.updateTable('presences').set({ lease_until: 0 }).where('person_id', '=', personId).execute();
};

/** The chat manager's switch; a queue is open until somebody closes it. */
export const isQueueOnline = async (reading: Reading, partitionId: string): Promise<boolean> => {
  const row = await reading.selectFrom('chat_queues').select('is_online').where('partition_id', '=', partitionId).executeTakeFirst();
  return row?.is_online !== 0;
};

export const setQueueOnline = async (transaction: Transaction<Schema>, partitionId: string, isOnline: boolean): Promise<void> => {
  const changing = { is_online: isOnline ? 1 : 0 };
  await transaction
    .insertInto('chat_queues')
    .values({ partition_id: partitionId, ...changing })
    .onConflict((conflict) => conflict.column('partition_id').doUpdateSet(changing))
    .execute();
};
