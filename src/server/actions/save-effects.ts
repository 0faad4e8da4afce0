import type { Transaction } from 'kysely';
import type { Action, ActionKind } from '../../domain/action.ts';
import type { Effects } from '../../domain/scene.ts';
import type { Person } from '../../domain/person.ts';
import { isForDeskOnly, type Entry, type Ticket } from '../../domain/ticket.ts';
import { followChat } from '../chat/follow-chat.ts';
import type { Schema } from '../database/schema.ts';
import { entryRows, ticketRows, type FeedRow } from '../feed/write-feed.ts';
import { expectFiles } from '../files/expect-files.ts';
import type { BatchRecords, TicketRecord } from './batch-records.ts';
import { nextNumber } from './scene.ts';

export type Saved = {
  /** The number of a ticket that was raised. */
  readonly number: string | null;
  /** As the batch is to save them at its end. */
  readonly tickets: readonly TicketRecord[];
  /** What readers are to be told. */
  readonly rows: readonly FeedRow[];
};

const raising: readonly ActionKind[] = ['raise-ticket', 'ask-chat', 'leave-message'];

type Saving = { readonly transaction: Transaction<Schema>; readonly records: BatchRecords };

/** Writes what an action did to the timeline, and hands back what the batch writes once for all of its actions. */
export const saveEffects = async ({ transaction, records }: Saving, person: Person, action: Action, effects: Effects): Promise<Saved> => {
  // A number is given to what was taken, so that numbers have no gaps.
  const number = raising.includes(action.kind) ? await nextNumber(transaction) : null;
  const tickets = number === null ? effects.tickets : effects.tickets.map((ticket) => ({ ...ticket, number }));
  const entries = await expectFiles(transaction, person, effects.entries);
  await saveEntries(transaction, entries);
  const changed: TicketRecord[] = [];
  for (const ticket of tickets) {
    const before = await records.ticket(ticket.id);
    const record = { ticket, lastAt: lastAtOf(before, ticket, entries) };
    await followChat(transaction, before?.ticket ?? null, ticket, record.lastAt);
    changed.push(record);
  }
  return { number, tickets: changed, rows: [...tickets.flatMap(ticketRows), ...entries.flatMap((entry) => rowsOf(entry, tickets))] };
};

export const saveEntries = async (transaction: Transaction<Schema>, entries: readonly Entry[]): Promise<void> => {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    id: entry.id,
    ticket_id: entry.ticketId,
    at: entry.at,
    desk_only: isForDeskOnly(entry.body) ? 1 : 0,
    body: JSON.stringify(entry),
  }));
  await transaction.insertInto('entries').values(rows).execute();
};

/** Never earlier than it was: some things are no entry, and a clock may have been set back. */
const lastAtOf = (before: TicketRecord | null, ticket: Ticket, entries: readonly Entry[]): number => {
  const times = entries.filter((entry) => entry.ticketId === ticket.id).map(({ at }) => at);
  return Math.max(ticket.updatedAt, before?.lastAt ?? 0, ...times);
};

/** The rules give every entry together with the ticket that it is about. */
const rowsOf = (entry: Entry, tickets: readonly Ticket[]): readonly FeedRow[] => {
  const ticket = tickets.find(({ id }) => id === entry.ticketId);
  if (!ticket) throw new Error('an entry without its ticket');
  return entryRows(entry, ticket);
};
