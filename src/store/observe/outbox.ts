/** What is on this device only: for the sync centre, the pill in the header, and the question asked at sign-out. */
import type { Action } from '../../domain/action.ts';
import type { ActionId, TicketId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { nameTicket } from '../../domain/name-ticket.ts';
import { answeredQuestions } from '../../domain/walk-flow.ts';
import type { TicketKind } from '../../domain/ticket.ts';
import type { FileRow, OutboxRow } from '../outbox-db.ts';
import { holdsItsLane, parseStoredAction } from '../outbox.ts';
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
  const kept = await readKept(store);
  const titleOf = await readTitles(store, kept);
  const rows = kept.rows.filter(isListed);
  const listedIds = new Set(rows.map((row) => row.id));
  const items = rows.map((row) => itemOf(row, rows, titleOf));
  const files = kept.files.filter((file) => !listedIds.has(file.id)).map((file) => ({ file, ticketTitle: titleOf(file.ticketId).title }));
  const heldFiles = files.filter(({ file }) => file.state === 'held').length;
  const heldItems = items.filter((item) => item.state === 'held').length;
  return {
    items,
    files,
    waiting: items.length - heldItems + files.length - heldFiles,
    held: heldItems + heldFiles,
    sending: kept.rows.some((row) => row.state === 'sending'),
  };
};

type Kept = { readonly rows: readonly OutboxRow[]; readonly files: readonly FileRow[]; readonly remoteByLocal: ReadonlyMap<TicketId, TicketId> };

/** In one transaction: what moves from one state to the next meanwhile is neither missed nor listed twice. */
const readKept = ({ outbox }: PersonStore): Promise<Kept> =>
  outbox.transaction('r', outbox.actions, outbox.files, outbox.mappedIds, async () => ({
    rows: await outbox.actions.orderBy('seq').toArray(),
    files: await outbox.files.where('state').anyOf('waiting', 'held').toArray(),
    remoteByLocal: new Map((await outbox.mappedIds.toArray()).map(({ local, remote }) => [local, remote])),
  }));

const isListed = (row: OutboxRow): boolean => row.state !== 'done' && (row.action as { readonly kind: string }).kind !== 'mark-read';

const itemOf = (row: OutboxRow, rows: readonly OutboxRow[], titleOf: TitleOf): OutboxItem => {
  const ticketId = ticketOf(row);
  const holder = rows.find((other) => other.lane === row.lane && other.seq < row.seq && holdsItsLane(other));
  const named = ticketId ? titleOf(ticketId) : unnamed;
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

const ticketOf = (row: OutboxRow): TicketId | null => (row.lane.startsWith('ticket:') ? (row.lane.slice('ticket:'.length) as TicketId) : null);

type Named = { readonly title: string; readonly number: string | null };
type TitleOf = (ticketId: TicketId) => Named;

const unnamed: Named = { title: '', number: null };

/** A ticket's title as the desk said it; else as it will be called. */
const readTitles = async ({ cache }: PersonStore, { rows, files, remoteByLocal }: Kept): Promise<TitleOf> => {
  const ids = [...new Set([...rows.flatMap((row) => ticketOf(row) ?? []), ...files.map((file) => file.ticketId)])];
  const said = ids.length === 0 ? [] : await cache.tickets.bulkGet(ids.map((id) => remoteByLocal.get(id) ?? id));
  const nameById = new Map(ids.map((id, index) => [id, said[index]?.body ?? namedHere(rows, id)]));
  return (ticketId) => nameById.get(ticketId) ?? unnamed;
};

const namedHere = (rows: readonly OutboxRow[], ticketId: TicketId): Named => {
  const raised = rows.find((row) => row.shownWith && ticketOf(row) === ticketId);
  const action = raised && parseStoredAction(raised);
  if (!raised?.shownWith || action?.kind !== 'raise-ticket') return unnamed;
  const { service, flow } = raised.shownWith;
  const questions = flow.steps.flatMap((step) => step.questions);
  return { title: nameTicket(service, flow, answeredQuestions({ questions, answers: action.data.answers })), number: null };
};
