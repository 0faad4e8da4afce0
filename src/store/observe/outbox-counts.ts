/** How much is on this device only: for the pill in the header, and the question asked at sign-out. */
import type { TicketId } from '../../domain/ids.ts';
import type { FileRow, OutboxRow } from '../outbox-db.ts';
import { kindOf } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

export type OutboxCounts = {
  /** Actions and files without a receipt. */
  readonly waiting: number;
  /** Refused or damaged: each needs a decision. */
  readonly held: number;
  readonly sending: boolean;
};

export const observeOutboxCounts = (store: PersonStore): Live<OutboxCounts> => live(() => readOutboxCounts(store));

export const readOutboxCounts = async (store: PersonStore): Promise<OutboxCounts> => countsOf(await readKept(store));

export type KeptHere = {
  /** Actions in the order they were made. */
  readonly rows: readonly OutboxRow[];
  readonly files: readonly FileRow[];
  readonly remoteByLocal: ReadonlyMap<TicketId, TicketId>;
};

/** In one transaction: what moves from one state to the next meanwhile is neither missed nor counted twice. */
export const readKept = ({ outbox }: PersonStore): Promise<KeptHere> =>
  outbox.transaction('r', outbox.actions, outbox.files, outbox.mappedIds, async () => ({
    rows: await outbox.actions.orderBy('seq').toArray(),
    files: await outbox.files.where('state').anyOf('waiting', 'held').toArray(),
    remoteByLocal: new Map((await outbox.mappedIds.toArray()).map(({ local, remote }) => [local, remote])),
  }));

/** Actions without a receipt; having read something is not a thing that a person waits for. */
export const listedRows = ({ rows }: KeptHere): readonly OutboxRow[] => rows.filter((row) => row.state !== 'done' && kindOf(row) !== 'mark-read');

/** Files whose action the desk has taken and whose bytes are still here, and files that are held. */
export const listedFiles = (kept: KeptHere): readonly FileRow[] => {
  const ids = new Set<string>(listedRows(kept).map((row) => row.id));
  return kept.files.filter((file) => !ids.has(file.id));
};

export const countsOf = (kept: KeptHere): OutboxCounts => {
  const listed = [...listedRows(kept), ...listedFiles(kept)];
  const held = listed.filter(({ state }) => state === 'held').length;
  return { waiting: listed.length - held, held, sending: kept.rows.some(({ state }) => state === 'sending') };
};
