/**
 * The list of tickets, kept in memory and brought up to date by what changed: 10,000 of them are read once, and a change
 * afterwards costs what changed.
 */
import { liveQuery } from 'dexie';
import type { TicketId } from '../../domain/ids.ts';
import type { SimpleStatus, Ticket } from '../../domain/ticket.ts';
import { isOpen, isUnread, simpleStatusOf } from '../../domain/ticket.ts';
import type { CacheRow } from '../cache-db.ts';
import { readCursor } from '../cache.ts';
import type { MappedIdRow, OutboxRow } from '../outbox-db.ts';
import type { PersonStore } from '../person-store.ts';
import type { Live } from './live.ts';
import { readSetting } from './setting.ts';
import { overlayTicket, type OverlaySetting } from './ticket-overlay.ts';

export type TicketSummary = {
  readonly ticket: Ticket;
  /** As this person addresses it: the id it was made under here, also where the desk insisted on its own. */
  readonly id: TicketId;
  readonly status: SimpleStatus;
  readonly open: boolean;
  readonly unread: boolean;
  /** What of it is still on this device: something held comes before something waiting. */
  readonly pending: 'held' | 'sending' | 'waiting' | null;
};

export type TicketList = {
  /** Newest change first; what is still on this device comes before everything. */
  readonly tickets: readonly TicketSummary[];
  /** False until the desk was read to the end once: an empty list then means "not known yet". */
  readonly known: boolean;
};

type Said = { readonly rows: ReadonlyMap<TicketId, CacheRow<TicketId, Ticket>>; readonly known: boolean };
type Made = { readonly rows: readonly OutboxRow[]; readonly mapped: readonly MappedIdRow[]; readonly setting: OverlaySetting };

export const observeTickets = (store: PersonStore): Live<TicketList> => ({
  subscribe: (onValue) => {
    let said: Said | null = null;
    let made: Made | null = null;
    const tell = (): void => {
      if (said && made) onValue(listOf(said, made));
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

/** Reads rows above the last position only; a feed that began anew is read from the start. */
const observeSaid = (store: PersonStore, onValue: (said: Said) => void): { unsubscribe: () => void } => {
  const rows = new Map<TicketId, CacheRow<TicketId, Ticket>>();
  let reached = -1;
  const read = async (): Promise<{ readonly changed: CacheRow<TicketId, Ticket>[]; readonly anew: boolean; readonly known: boolean }> => {
    const cursor = await readCursor(store.cache);
    const anew = (cursor?.position ?? -1) < reached;
    const changed = await store.cache.tickets.where('position').above(anew ? -1 : reached).toArray();
    return { changed, anew, known: cursor?.caughtUp ?? false };
  };
  return liveQuery(read).subscribe({
    next: ({ changed, anew, known }) => {
      if (anew) {
        rows.clear();
        reached = -1;
      }
      for (const row of changed) {
        if (row.body) rows.set(row.id, row);
        else rows.delete(row.id);
        reached = Math.max(reached, row.position);
      }
      onValue({ rows, known });
    },
    error: (fault: unknown) => globalThis.reportError(fault),
  });
};

const readMade = async (store: PersonStore): Promise<Made> => ({
  rows: await store.outbox.actions.orderBy('seq').toArray(),
  mapped: await store.outbox.mappedIds.toArray(),
  setting: await readSetting(store),
});

const listOf = (said: Said, { rows, mapped, setting }: Made): TicketList => {
  const remoteByLocal = new Map(mapped.map(({ local, remote }) => [local, remote]));
  const localByRemote = new Map(mapped.map(({ local, remote }) => [remote, local]));
  const pendingByTicket = new Map<TicketId, TicketSummary>();
  for (const [local, lane] of rowsByTicket(rows)) {
    const cached = said.rows.get(remoteByLocal.get(local) ?? local)?.body ?? null;
    const { view } = overlayTicket(cached && { ticket: cached, entries: [] }, lane, setting);
    if (view) pendingByTicket.set(remoteByLocal.get(local) ?? local, summaryOf(view.ticket, local, setting, pendingOf(lane)));
  }
  const others = [...said.rows.values()].flatMap((row) => (row.body && !pendingByTicket.has(row.id) ? [settledSummary(row, localByRemote.get(row.id) ?? row.id, setting)] : []));
  return { tickets: [...pendingByTicket.values(), ...others].sort(byInterest), known: said.known };
};

const rowsByTicket = (rows: readonly OutboxRow[]): ReadonlyMap<TicketId, OutboxRow[]> => {
  const lanes = new Map<TicketId, OutboxRow[]>();
  for (const row of rows) {
    if (!row.lane.startsWith('ticket:')) continue;
    const id = row.lane.slice('ticket:'.length) as TicketId;
    lanes.set(id, [...(lanes.get(id) ?? []), row]);
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
  pending,
});

/** Having read something is not a thing a person waits for. */
const pendingOf = (rows: readonly OutboxRow[]): TicketSummary['pending'] => {
  const states = new Set(rows.filter((row) => (row.action as { kind: string }).kind !== 'mark-read').map((row) => row.state));
  return (['held', 'sending', 'waiting'] as const).find((state) => states.has(state)) ?? null;
};

const byInterest = (one: TicketSummary, other: TicketSummary): number =>
  Number(other.pending !== null) - Number(one.pending !== null) || other.ticket.updatedAt - one.ticket.updatedAt || (one.id < other.id ? -1 : 1);
