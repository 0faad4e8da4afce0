/** What is on this device only: for the sync centre, the pill in the header, and the question asked at sign-out. */
import type { Action } from '../../domain/action.ts';
import type { ActionId, TicketId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { TicketKind } from '../../domain/ticket.ts';
import type { FileRow, OutboxRow } from '../outbox-db.ts';
import { parseStoredAction, unsettledRows } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

export type OutboxItem = {
  readonly id: ActionId;
  readonly state: 'waiting' | 'sending' | 'held';
  readonly refusal: Refusal | null;
  /** Held behind another item of its lane. */
  readonly behind: ActionId | null;
  /** Null when what was stored can no longer be understood. */
  readonly action: Action | null;
  readonly ticketId: TicketId | null;
  /** The title it is shown under: the ticket's, or the service's for one that is being raised. */
  readonly title: string;
  readonly number: string | null;
  /** What is being raised; null for everything else. */
  readonly makes: TicketKind | null;
};

export type OutboxFile = { readonly file: FileRow; readonly ticketTitle: string };

export type OutboxView = {
  /** Actions in the order they were made; having read something is not listed. */
  readonly items: readonly OutboxItem[];
  /** Files whose action the desk has taken and whose bytes are still here, and files that are held. */
  readonly files: readonly OutboxFile[];
  /** Actions and files without a receipt. */
  readonly waiting: number;
  /** Refused or damaged: each needs a decision. */
  readonly held: number;
  readonly sending: boolean;
};

export const observeOutbox = (store: PersonStore): Live<OutboxView> => live(() => readOutbox(store));

export const readOutbox = async (store: PersonStore): Promise<OutboxView> => {
  const sendingRows = await store.outbox.actions.where('state').equals('sending').toArray();
  const rows = [...(await unsettledRows(store.outbox)), ...sendingRows].filter(isListed).sort((one, other) => one.seq - other.seq);
  const items = await Promise.all(rows.map((row) => itemOf(store, row, rows)));
  const unsettledIds = new Set(rows.map((row) => row.id));
  const openFiles = await store.outbox.files.where('state').anyOf('waiting', 'held').toArray();
  const files = await Promise.all(openFiles.filter((file) => !unsettledIds.has(file.id)).map(async (file) => ({ file, ticketTitle: (await titleOf(store, file.ticketId)).title })));
  const heldFiles = files.filter(({ file }) => file.state === 'held').length;
  const heldItems = items.filter((item) => item.state === 'held').length;
  return {
    items,
    files,
    waiting: items.length - heldItems + files.length - heldFiles,
    held: heldItems + heldFiles,
    sending: sendingRows.length > 0,
  };
};

const isListed = (row: OutboxRow): boolean => (row.action as { readonly kind: string }).kind !== 'mark-read';

const itemOf = async (store: PersonStore, row: OutboxRow, rows: readonly OutboxRow[]): Promise<OutboxItem> => {
  const ticketId = row.lane.startsWith('ticket:') ? (row.lane.slice('ticket:'.length) as TicketId) : null;
  const holder = rows.find((other) => other.lane === row.lane && other.seq < row.seq && other.state === 'held');
  const named = ticketId ? await titleOf(store, ticketId) : { title: '', number: null };
  return {
    id: row.id,
    state: row.state as OutboxItem['state'],
    refusal: row.heldBecause,
    behind: row.state === 'waiting' ? (holder?.id ?? null) : null,
    action: parseStoredAction(row),
    ticketId,
    title: row.shownWith?.service.title ?? named.title,
    number: named.number,
    makes: row.shownWith?.service.makes ?? null,
  };
};

const titleOf = async (store: PersonStore, ticketId: TicketId): Promise<{ readonly title: string; readonly number: string | null }> => {
  const remoteId = (await store.outbox.mappedIds.get(ticketId))?.remote ?? ticketId;
  const said = (await store.cache.tickets.get(remoteId))?.body;
  if (said) return { title: said.title, number: said.number };
  const lane = await store.outbox.actions.where('lane').equals(`ticket:${ticketId}`).toArray();
  return { title: lane.find((row) => row.shownWith)?.shownWith?.service.title ?? '', number: null };
};

/** Why an action is held, while it is; null for none. */
export const observeHeldRefusal = (store: PersonStore, id: ActionId | null): Live<Refusal | null> =>
  live(async () => (id === null ? null : ((await store.outbox.actions.where('id').equals(id).first())?.heldBecause ?? null)));
