/** The calls of this device that chats are or were held on, with what was done here laid over them. */
import { decideChat } from '../../domain/chat/decide-chat.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { OutboxRow } from '../outbox-db.ts';
import { ticketOf } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { readSetting } from './setting.ts';
import { overlayTicket, type Delivery, type OverlaySetting } from './ticket-overlay.ts';

type ChatTicket = {
  readonly ticket: Ticket;
  /** How far what was done here last has come; null where all of it is with the desk. */
  readonly delivery: Delivery | null;
};

export type ChatTickets = { readonly tickets: readonly ChatTicket[]; readonly setting: OverlaySetting };

/** What was made here is read first: a row that is let go of in between is in the cache by then. */
export const readChatTickets = async (store: PersonStore): Promise<ChatTickets> => {
  const rowsById = rowsByTicket(await store.outbox.actions.orderBy('seq').toArray());
  const { cache } = store;
  return cache.transaction('r', [cache.tickets, cache.people, cache.partitions, cache.meta], async () => {
    const setting = await readSetting(store);
    const said = new Map((await cache.tickets.where('body.source').equals('chat').toArray()).flatMap(({ id, body }) => (body ? [[id, body] as const] : [])));
    const ids = new Set([...said.keys(), ...rowsById.keys()]);
    const tickets = [...ids].flatMap((id) => overlaid(said.get(id) ?? null, rowsById.get(id) ?? [], setting));
    return { tickets: tickets.filter(({ ticket }) => ticket.source === 'chat'), setting };
  });
};

const overlaid = (said: Ticket | null, rows: readonly OutboxRow[], setting: OverlaySetting): readonly ChatTicket[] => {
  if (rows.length === 0) return said ? [{ ticket: said, delivery: null }] : [];
  const { view, deliveryByEntryId } = overlayTicket(said && { ticket: said, entries: [] }, rows, setting, { decideChat });
  const unsent = [...deliveryByEntryId.values()].findLast(({ state }) => state !== 'done');
  return view ? [{ ticket: view.ticket, delivery: unsent ?? null }] : [];
};

const rowsByTicket = (rows: readonly OutboxRow[]): ReadonlyMap<TicketId, OutboxRow[]> => {
  const lanes = new Map<TicketId, OutboxRow[]>();
  for (const row of rows) {
    const id = ticketOf(row);
    if (id) lanes.set(id, [...(lanes.get(id) ?? []), row]);
  }
  return lanes;
};
