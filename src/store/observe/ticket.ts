/** One ticket with its timeline, as the person may see it now. */
import { chasePolicyFor, type ChasePolicy } from '../../domain/chase-policy.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { TicketView } from '../../domain/lay-over.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import type { FileRow, OutboxRow, ReplyDraftRow } from '../outbox-db.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';
import { readSetting } from './setting.ts';
import { loadRareRules, overlayTicket, type Delivery, type OverlaySetting } from './ticket-overlay.ts';

export type TimelineEntry = { readonly entry: Entry; readonly delivery: Delivery | null; readonly file: FileRow | null };

export type TicketPage = {
  readonly ticket: Ticket;
  readonly partition: Partition;
  /** How this person may chase it. */
  readonly chasePolicy: ChasePolicy;
  /** In the order things happened, by the desk; what it has not confirmed comes last, in the order it was made. */
  readonly timeline: readonly TimelineEntry[];
  /** How far the raising itself has come; null when the desk has long had it. */
  readonly raising: Delivery | null;
  readonly reply: ReplyDraftRow | null;
  readonly replyFiles: readonly FileRow[];
  readonly clockOffsetMs: number;
};

/** Null when there is no such ticket for this person, as far as this device knows. */
export const observeTicket = (store: PersonStore, ticketId: TicketId): Live<TicketPage | null> => live(() => readTicketPage(store, ticketId));

/**
 * What was made here is read first: a row that is let go of in between is in the cache by then, one that is still there is
 * known again by its id. The other way round something could be in neither.
 */
export const readTicketPage = async (store: PersonStore, ticketId: TicketId): Promise<TicketPage | null> => {
  const { rows, files, reply, remoteId } = await readMade(store, ticketId);
  const { said, setting } = await readSaid(store, remoteId);
  const { view, deliveryByEntryId } = overlayTicket(said, rows, setting, await loadRareRules(rows));
  if (!view) return null;
  const fileById = new Map(files.map((file) => [file.id as string, file]));
  return {
    ticket: view.ticket,
    partition: setting.partition,
    chasePolicy: chasePolicyFor(setting.person, setting.partition, view.ticket.kind),
    timeline: view.entries.map((entry) => ({ entry, delivery: deliveryByEntryId.get(entry.id) ?? null, file: fileById.get(entry.id) ?? null })),
    raising: raisingDelivery(view.entries, deliveryByEntryId),
    reply,
    replyFiles: files.filter((file) => file.owner === `reply:${ticketId}`),
    clockOffsetMs: setting.clockOffsetMs,
  };
};

type Made = { readonly rows: readonly OutboxRow[]; readonly files: readonly FileRow[]; readonly reply: ReplyDraftRow | null; readonly remoteId: TicketId };

const readMade = ({ outbox }: PersonStore, ticketId: TicketId): Promise<Made> =>
  outbox.transaction('r', outbox.actions, outbox.files, outbox.replies, outbox.mappedIds, async () => ({
    rows: await outbox.actions.where('lane').equals(`ticket:${ticketId}`).sortBy('seq'),
    files: await outbox.files.where('ticketId').equals(ticketId).toArray(),
    reply: (await outbox.replies.get(ticketId)) ?? null,
    remoteId: (await outbox.mappedIds.get(ticketId))?.remote ?? ticketId,
  }));

type Said = { readonly said: TicketView | null; readonly setting: OverlaySetting };

const readSaid = (store: PersonStore, remoteId: TicketId): Promise<Said> => {
  const { cache } = store;
  return cache.transaction('r', [cache.tickets, cache.entries, cache.people, cache.partitions, cache.meta], async () => {
    const ticket = (await cache.tickets.get(remoteId))?.body ?? null;
    const entries = (await cache.entries.where('ticketId').equals(remoteId).toArray()).flatMap((row) => (row.body ? [row.body] : []));
    return { said: ticket && { ticket, entries: entries.sort(byTime) }, setting: await readSetting(store) };
  });
};

const raisingDelivery = (entries: readonly Entry[], deliveryByEntryId: ReadonlyMap<string, Delivery>): Delivery | null => {
  const raised = entries.find((entry) => entry.body.kind === 'raised');
  return (raised && deliveryByEntryId.get(raised.id)) ?? null;
};

/** Times of a ticket's entries never tie at the desk, but for what came with an action: that follows it by its id. */
const byTime = (one: Entry, other: Entry): number => (one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at - other.at);
