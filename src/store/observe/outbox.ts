/** What is on this device only, thing by thing: for the sync centre, and for whatever is held. */
import type { Action, ActionOf } from '../../domain/action.ts';
import type { ActionId, TicketId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { nameFrom, nameTicket } from '../../domain/name-ticket.ts';
import { answeredQuestions } from '../../domain/walk-flow.ts';
import type { TicketKind } from '../../domain/ticket.ts';
import type { FileRow, OutboxRow } from '../outbox-db.ts';
import { afterOf, holdsItsLane, parseStoredAction, ticketOf } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';
import { countsOf, listedFiles, listedRows, readKept, type KeptHere, type OutboxCounts } from './outbox-counts.ts';

export type OutboxItem = {
  readonly id: ActionId;
  readonly state: 'waiting' | 'sending' | 'held';
  readonly refusal: Refusal | null;
  /** The held item that it waits for: one of its lane, or one that it makes no sense without. */
  readonly behind: ActionId | null;
  /** Null when what was stored can no longer be understood. */
  readonly action: Action | null;
  readonly ticketId: TicketId | null;
  /** Of its ticket, as the desk said it; else as it will be called. */
  readonly title: string;
  readonly number: string | null;
  /** What is being raised; null for everything else. */
  readonly makes: TicketKind | null;
};

export type OutboxFile = { readonly file: FileRow; readonly ticketTitle: string };

export type OutboxView = OutboxCounts & {
  /** Actions in the order they were made; having read something is not listed. */
  readonly items: readonly OutboxItem[];
  /** Files whose action the desk has taken and whose bytes are still here, and files that are held. */
  readonly files: readonly OutboxFile[];
};

export const observeOutbox = (store: PersonStore): Live<OutboxView> => live(() => readOutbox(store));

export const readOutbox = async (store: PersonStore): Promise<OutboxView> => {
  const kept = await readKept(store);
  const titleOf = await readTitles(store, kept);
  const rows = listedRows(kept);
  return {
    items: rows.map((row) => itemOf(row, rows, titleOf)),
    files: listedFiles(kept).map((file) => ({ file, ticketTitle: titleOf(file.ticketId).title })),
    ...countsOf(kept),
  };
};

const itemOf = (row: OutboxRow, rows: readonly OutboxRow[], titleOf: TitleOf): OutboxItem => {
  const ticketId = ticketOf(row);
  const named = ticketId ? titleOf(ticketId) : unnamed;
  return {
    id: row.id,
    state: row.state as OutboxItem['state'],
    refusal: row.heldBecause,
    behind: row.state === 'waiting' ? (holderOf(row, rows)?.id ?? null) : null,
    action: parseStoredAction(row),
    ticketId,
    title: named.title,
    number: named.number,
    makes: row.shownWith?.service.makes ?? null,
  };
};

/** Also where what a row makes no sense without waits itself behind something held. */
const holderOf = (row: OutboxRow, rows: readonly OutboxRow[]): OutboxRow | undefined =>
  rows.find((other) => holdsItsLane(other) && other.lane === row.lane && other.seq < row.seq) ??
  rows
    .filter(({ id }) => afterOf(row).includes(id))
    .map((other) => (holdsItsLane(other) ? other : holderOf(other, rows)))
    .find(Boolean);

/** What waits behind a held item, in order: it is asked about by name before that is discarded. */
export const itemsBehind = ({ items }: OutboxView, heldId: ActionId): readonly OutboxItem[] => items.filter(({ behind }) => behind === heldId);

type Named = { readonly title: string; readonly number: string | null };
type TitleOf = (ticketId: TicketId) => Named;

const unnamed: Named = { title: '', number: null };

/** A ticket's title as the desk said it; else as it will be called. */
const readTitles = async ({ cache }: PersonStore, { rows, files, remoteByLocal }: KeptHere): Promise<TitleOf> => {
  const ids = [...new Set([...rows.flatMap((row) => ticketOf(row) ?? []), ...files.map((file) => file.ticketId)])];
  const said = ids.length === 0 ? [] : await cache.tickets.bulkGet(ids.map((id) => remoteByLocal.get(id) ?? id));
  const nameById = new Map(ids.map((id, index) => [id, said[index]?.body ?? namedHere(rows, id)]));
  return (ticketId) => nameById.get(ticketId) ?? unnamed;
};

const isAsked = (action: Action | null): action is ActionOf<'ask-chat' | 'leave-message'> => action?.kind === 'ask-chat' || action?.kind === 'leave-message';

const namedHere = (rows: readonly OutboxRow[], ticketId: TicketId): Named => {
  const asked = rows.map((row) => (ticketOf(row) === ticketId ? parseStoredAction(row) : null)).find(isAsked);
  if (asked) return { title: nameFrom(asked.data.text, ''), number: null };
  const raised = rows.find((row) => row.shownWith && ticketOf(row) === ticketId);
  if (!raised?.shownWith) return unnamed;
  const { service, flow } = raised.shownWith;
  const action = parseStoredAction(raised);
  if (action?.kind !== 'raise-ticket') return { title: service.title, number: null };
  const questions = flow.steps.flatMap((step) => step.questions);
  return { title: nameTicket(service, flow, answeredQuestions({ questions, answers: action.data.answers })), number: null };
};
