/**
 * The list of tickets, kept in memory and brought up to date by what changed: 10,000 of them are read once, and a change
 * afterwards costs what changed.
 */
import { liveQuery } from 'dexie';
import type { TicketId } from '../../domain/ids.ts';
import type { SimpleStatus, Ticket } from '../../domain/ticket.ts';
import { isOpen, isUnread, simpleStatusOf } from '../../domain/ticket.ts';
import { isUnanswered } from '../../domain/whose-turn.ts';
import type { CacheRow } from '../cache-db.ts';
import { readCursor } from '../cache.ts';
import type { MappedIdRow, OutboxRow } from '../outbox-db.ts';
import { kindOf, ticketOf } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { remembered, type Live } from './live.ts';
import { readSetting } from './setting.ts';
import type { OverlaySetting, OverlayTicket } from './ticket-overlay.ts';

export type TicketSummary = {
  readonly ticket: Ticket;
  /** As this person addresses it: the id it was made under here, also where the desk insisted on its own. */
  readonly id: TicketId;
  readonly status: SimpleStatus;
  readonly open: boolean;
  readonly unread: boolean;
  /** The desk's turn. */
  readonly unanswered: boolean;
  /** What of it is still on this device: the ticket itself held, a part of it held, something waiting. */
  readonly pending: 'held' | 'part-held' | 'sending' | 'waiting' | null;
};

export type TicketList = {
  /** Newest change first; what is still on this device comes before everything. */
  readonly tickets: readonly TicketSummary[];
  /** False until the desk was read to the end once: an empty list then means "not known yet". */
  readonly known: boolean;
};

/** The person's own tickets, or all that this device knows: an analyst's feed holds their partition's. */
export type Whose = 'own' | 'everybody';

/** `version` grows with every change of the rows. */
type Said = { readonly rows: ReadonlyMap<TicketId, CacheRow<TicketId, Ticket>>; readonly version: number; readonly known: boolean };
type Made = {
  readonly rows: readonly OutboxRow[];
  readonly mapped: readonly MappedIdRow[];
  readonly setting: OverlaySetting;
  /** Null while there is nothing to lay over. */
  readonly overlayTicket: OverlayTicket | null;
};

export const observeTickets = (store: PersonStore, whose: Whose = 'own'): Live<TicketList> => remembered(store, `tickets:${whose}`, observeList(store, whose));

const observeList = (store: PersonStore, whose: Whose): Live<TicketList> => ({
  subscribe: (onValue) => {
    let said: Said | null = null;
    let made: Made | null = null;
    const tell = (): void => {
      if (said && made) onValue(listOf(said, made, whose));
    };
    const subscriptions = [
      observeSaid(store, (value) => {
        said = value;
        tell();
      }),
      liveQuery(() => readMade(store)).subscribe({
        next: (value) => {
          made = value;
          tell();
        },
        error: (fault: unknown) => globalThis.reportError(fault),
      }),
    ];
    return { unsubscribe: () => subscriptions.forEach((subscription) => subscription.unsubscribe()) };
  },
});

/** What was read of a store's tickets, kept while no screen shows them: coming back to the list costs what changed. */
type Memory = { readonly rows: Map<TicketId, CacheRow<TicketId, Ticket>>; readonly gone: Set<TicketId>; reached: number; version: number };
const memories = new WeakMap<PersonStore, Memory>();

type Reading = { readonly changed: readonly CacheRow<TicketId, Ticket>[]; readonly anew: boolean; readonly known: boolean };

const observeSaid = (store: PersonStore, onValue: (said: Said) => void): { unsubscribe: () => void } => {
  const memory = memories.get(store) ?? { rows: new Map(), gone: new Set(), reached: -1, version: 0 };
  memories.set(store, memory);
  return liveQuery(() => readSaid(store, memory)).subscribe({
    next: (reading) => {
      remember(memory, reading);
      onValue({ rows: memory.rows, version: memory.version, known: reading.known });
    },
    error: (fault: unknown) => globalThis.reportError(fault),
  });
};

/** Reads rows above the last position only; a cache that began anew is read from the start. */
const readSaid = (store: PersonStore, memory: Memory): Promise<Reading> =>
  store.cache.transaction('r', store.cache.tickets, store.cache.meta, async () => {
    const cursor = await readCursor(store.cache);
    const count = await store.cache.tickets.count();
    const position = cursor?.position ?? -1;
    const changed = await store.cache.tickets.where('position').above(memory.reached).toArray();
    const unseen = changed.filter((row) => !memory.rows.has(row.id) && !memory.gone.has(row.id)).length;
    // Rows never leave the cache one by one: fewer than were seen means that it was thrown away meanwhile.
    const anew = position < memory.reached || count !== memory.rows.size + memory.gone.size + unseen;
    return { changed: anew ? await store.cache.tickets.toArray() : changed, known: cursor?.caughtUp ?? false, anew };
  });

const remember = (memory: Memory, { changed, anew }: Reading): void => {
  if (anew || changed.length > 0) memory.version += 1;
  if (anew) {
    memory.rows.clear();
    memory.gone.clear();
    memory.reached = -1;
  }
  for (const row of changed) {
    if (row.body) memory.rows.set(row.id, row);
    else memory.rows.delete(row.id);
    if (row.body) memory.gone.delete(row.id);
    else memory.gone.add(row.id);
    memory.reached = Math.max(memory.reached, row.position);
  }
};

const readMade = async (store: PersonStore): Promise<Made> => {
  const rows = await store.outbox.actions.orderBy('seq').toArray();
  const mapped = await store.outbox.mappedIds.toArray();
  const setting = steady(store, await readSetting(store));
  // The rules are most of what a list would have to load, and on most visits everything is with the desk.
  const overlayTicket = rows.length === 0 ? null : await loadOverlay(rows);
  return { rows, mapped, setting, overlayTicket };
};

const loadOverlay = async (rows: readonly OutboxRow[]): Promise<OverlayTicket> => {
  const { loadRareRules, overlayTicket } = await import('./ticket-overlay.ts');
  const rules = await loadRareRules(rows);
  return (said, lane, setting) => overlayTicket(said, lane, setting, rules);
};

/** The partition is read anew with everything else; while it says the same it stays the same object, and so do summaries. */
const steady = (store: PersonStore, setting: OverlaySetting): OverlaySetting => {
  const before = partitions.get(store);
  const partition = before && JSON.stringify(before) === JSON.stringify(setting.partition) ? before : setting.partition;
  partitions.set(store, partition);
  return { ...setting, partition };
};
const partitions = new WeakMap<PersonStore, OverlaySetting['partition']>();

const listOf = (said: Said, { rows, mapped, setting, overlayTicket }: Made, whose: Whose): TicketList => {
  const remoteByLocal = new Map(mapped.map(({ local, remote }) => [local, remote]));
  const localByRemote = new Map(mapped.map(({ local, remote }) => [remote, local]));
  const pendingByTicket = new Map<TicketId, TicketSummary>();
  for (const [local, lane] of rowsByTicket(rows)) {
    const cached = said.rows.get(remoteByLocal.get(local) ?? local)?.body ?? null;
    const view = overlayTicket?.(cached && { ticket: cached, entries: [] }, lane, setting).view;
    if (view) pendingByTicket.set(remoteByLocal.get(local) ?? local, summaryOf(view.ticket, local, setting, pendingOf(lane)));
  }
  const settled = settledList(said, localByRemote, setting, whose);
  const others = pendingByTicket.size === 0 ? settled : settled.filter(({ ticket }) => !pendingByTicket.has(ticket.id));
  const made = [...pendingByTicket.values()].filter(({ ticket }) => whose === 'everybody' || ticket.requester.id === setting.person.id);
  return { tickets: made.length === 0 ? others : [...made, ...others].sort(byInterest), known: said.known };
};

/** What the desk said, in order; the same list while it says the same, so that nobody sorts or draws it again. */
const settledList = (said: Said, localByRemote: ReadonlyMap<TicketId, TicketId>, setting: OverlaySetting, whose: Whose): readonly TicketSummary[] => {
  const lists = settledLists.get(said.rows) ?? {};
  settledLists.set(said.rows, lists);
  const known = lists[whose];
  const state = `${said.version} ${localByRemote.size} ${setting.person.id}`;
  if (known?.state === state && known.partition === setting.partition) return known.list;
  const rows = [...said.rows.values()].filter(({ body }) => body !== null && (whose === 'everybody' || body.requester.id === setting.person.id));
  const list = rows.map((row) => settledSummary(row, localByRemote.get(row.id) ?? row.id, setting)).sort(byInterest);
  lists[whose] = { state, partition: setting.partition, list };
  return list;
};
type SettledList = { readonly state: string; readonly partition: unknown; readonly list: readonly TicketSummary[] };
const settledLists = new WeakMap<Said['rows'], Partial<Record<Whose, SettledList>>>();

const rowsByTicket = (rows: readonly OutboxRow[]): ReadonlyMap<TicketId, OutboxRow[]> => {
  const lanes = new Map<TicketId, OutboxRow[]>();
  for (const row of rows) {
    const id = ticketOf(row);
    if (id) lanes.set(id, [...(lanes.get(id) ?? []), row]);
  }
  return lanes;
};

/** Summaries of what the desk said are made once per row: a list of 10,000 is not built anew for each change. */
const settledSummary = (row: CacheRow<TicketId, Ticket>, id: TicketId, setting: OverlaySetting): TicketSummary => {
  const known = summaryByRow.get(row);
  if (known && known.partition === setting.partition) return known.summary;
  const summary = summaryOf(row.body as Ticket, id, setting, null);
  summaryByRow.set(row, { partition: setting.partition, summary });
  return summary;
};
const summaryByRow = new WeakMap<object, { readonly partition: unknown; readonly summary: TicketSummary }>();

const summaryOf = (ticket: Ticket, id: TicketId, setting: OverlaySetting, pending: TicketSummary['pending']): TicketSummary => ({
  ticket,
  id,
  status: simpleStatusOf(ticket, setting.partition),
  open: isOpen(ticket),
  unread: ticket.requester.id === setting.person.id && isUnread(ticket),
  unanswered: isUnanswered(ticket),
  pending,
});

/** Having read something is not a thing a person waits for; and a refused reply or chase is not a refused ticket. */
const pendingOf = (rows: readonly OutboxRow[]): TicketSummary['pending'] => {
  const states = new Set(rows.filter((row) => kindOf(row) !== 'mark-read').map((row) => row.state));
  if (states.has('held') && !rows.some((row) => row.state === 'held' && kindOf(row) === 'raise-ticket')) return 'part-held';
  return (['held', 'sending', 'waiting'] as const).find((state) => states.has(state)) ?? null;
};

const byInterest = (one: TicketSummary, other: TicketSummary): number =>
  Number(other.pending !== null) - Number(one.pending !== null) || other.ticket.updatedAt - one.ticket.updatedAt || (one.id < other.id ? -1 : 1);
