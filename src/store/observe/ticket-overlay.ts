/** Lays what was made here over what the desk last said, for one ticket: the only place where the two meet. */
import { isChatKind, isDeskKind, isOnTicket, type Action } from '../../domain/action.ts';
import type { DecideAtDesk, DecideChat } from '../../domain/decide-action.ts';
import type { FileLimits } from '../../domain/accept-file.ts';
import type { Scene } from '../../domain/scene.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { ActionId, EntryId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { layOver, type TicketView } from '../../domain/lay-over.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { DeliveryState, OutboxRow } from '../outbox-db.ts';
import { kindOf, parseStoredAction } from '../outbox.ts';

/** How far something made on this device has come; null for what is the desk's own. */
export type Delivery = { readonly state: DeliveryState; readonly actionId: ActionId; readonly refusal: Refusal | null };

export type OverlaySetting = {
  readonly person: Person;
  readonly partition: Partition;
  /** The desk's clock minus this device's. */
  readonly clockOffsetMs: number;
};

export type Overlaid = {
  readonly view: TicketView | null;
  /** Of the entries (and the ticket itself, under its raising) that came from here. */
  readonly deliveryByEntryId: ReadonlyMap<EntryId, Delivery>;
};

/** Rules that few people ever need. */
export type RareRules = { readonly decideChat?: DecideChat; readonly decideAtDesk?: DecideAtDesk };

/** Those that these rows are judged by, loaded with the first that needs them. */
export const loadRareRules = async (rows: readonly OutboxRow[]): Promise<RareRules> => {
  const kinds = rows.map(kindOf);
  return {
    ...(kinds.some(isChatKind) ? { decideChat: (await import('../../domain/chat/decide-chat.ts')).decideChat } : {}),
    ...(kinds.some(isDeskKind) ? { decideAtDesk: (await import('./stored-at-desk.ts')).decideStoredAtDesk } : {}),
  };
};

export type OverlayTicket = typeof overlayTicket;

/** `rows` are those of the ticket's lane, in the order they were made. */
export const overlayTicket = (said: TicketView | null, rows: readonly OutboxRow[], setting: OverlaySetting, rules: RareRules = {}): Overlaid => {
  const deliveries = rows.map((row) => [row.id as string as EntryId, deliveryOf(row)] as const);
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const actions = rows.filter(isShown).flatMap((row) => {
    const action = parseStoredAction(row);
    return action && isOnTicket(action) ? [{ ...action, at: happenedAt(row, action, setting) }] : [];
  });
  const isTaken = ({ id }: Action): boolean => rowById.get(id)?.receipt?.outcome === 'applied';
  return {
    view: layOver(said, actions, (action) => sceneFor(setting, action, rowById.get(action.id)), isTaken, rules.decideChat, rules.decideAtDesk),
    deliveryByEntryId: new Map(deliveries),
  };
};

/** By the desk's clock: as the desk said, and until then as this device reckons. */
const happenedAt = (row: OutboxRow, action: Action, setting: OverlaySetting): Instant =>
  row.receipt?.outcome === 'applied' ? row.receipt.at : action.at + setting.clockOffsetMs;

/**
 * A refused chase or status leaves no mark: the desk said no. A refused request, reply or file stays visible where it
 * was written, marked as not taken, because somebody's words are in it.
 */
const isShown = (row: OutboxRow): boolean =>
  row.state !== 'held' || ['raise-ticket', 'reply', 'attach', 'add-note', 'ask-chat', 'leave-message', 'say'].includes((row.action as Action).kind);

const deliveryOf = (row: OutboxRow): Delivery => ({ state: row.state, actionId: row.id, refusal: row.heldBecause });

const sceneFor = (setting: OverlaySetting, action: Action, row: OutboxRow | undefined): Omit<Scene, 'ticket' | 'now'> => ({
  actor: setting.person,
  partition: setting.partition,
  // What was accepted when it was submitted is not judged again by today's date.
  today: dayBefore(Math.min(action.at, (row?.action as Action | undefined)?.at ?? action.at)),
  ...(row?.shownWith ? { service: row.shownWith.service, flow: row.shownWith.flow } : {}),
  ticketNumber: row?.receipt?.outcome === 'applied' ? (row.receipt.number ?? null) : null,
  escalationCall: null,
  fileLimits: anyFile,
});

/** What was accepted when it was chosen is shown; whether it is taken is for the desk to say. */
const anyFile: FileLimits = { ...fileLimits, types: ['image/*', ...fileLimits.types] };

const dayBefore = (at: Instant): string => new Date(at - 86_400_000).toISOString().slice(0, 10);
