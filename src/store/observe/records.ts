/** What administrators keep for the whole desk: as the desk said it, with their unsent saves laid over it, and what they have typed. */
import * as v from 'valibot';
import { administratorActionSchema } from '../../contract/administrator-action.ts';
import { deskRecordSchema, recordSaveSchema } from '../../contract/records.ts';
import { open } from '../../contract/unopened.ts';
import type { ActionId } from '../../domain/ids.ts';
import {
  keyOfChange,
  keyOfRecord,
  recordsOf,
  type DeskRecord,
  type DeskRecords,
  type RecordChange,
  type RecordKey,
  type ListedKind,
  type RecordSave,
} from '../../domain/records/desk-record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { readCursor } from '../cache.ts';
import type { OutboxRow, RecordDraftRow } from '../outbox-db.ts';
import { afterOf, kindOf, parseStoredAction } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

type HeldRecord = {
  readonly id: ActionId;
  readonly refusal: Refusal;
  readonly changes: readonly RecordChange[];
  readonly isImport: boolean;
  /** How many letters make no sense without it. */
  readonly letters: number;
};

/** A link to set a password that the desk did not send. */
export type HeldInvitation = { readonly id: ActionId; readonly refusal: Refusal; readonly key: RecordKey };

/** Everything that is kept; and what of it waits to be sent or was not taken. */
export type RecordsView = {
  readonly records: DeskRecords;
  readonly waiting: ReadonlySet<RecordKey>;
  readonly held: readonly HeldRecord[];
  readonly heldInvitations: readonly HeldInvitation[];
  readonly drafts: readonly RecordDraftRow[];
  /** The newest first. */
  readonly saves: readonly RecordSave[];
};

/** Null before the first reading has told what there is. */
export const observeRecords = (store: PersonStore): Live<RecordsView | null> => live(() => readRecords(store));

/** What was made here is read first: a row that is let go of in between is in the cache by then. */
const readRecords = async ({ outbox, cache }: PersonStore): Promise<RecordsView | null> => {
  const { rows, drafts } = await outbox.transaction('r', outbox.actions, outbox.recordDrafts, async () => ({
    rows: await outbox.actions.where('lane').startsWith('record:').sortBy('seq'),
    drafts: await outbox.recordDrafts.toArray(),
  }));
  const said = await cache.transaction('r', cache.records, cache.recordSaves, cache.meta, async () => ({
    records: (await cache.records.toArray()).flatMap(({ body }) => open(deskRecordSchema, body)),
    saves: (await cache.recordSaves.toArray()).flatMap(({ body }) => open(recordSaveSchema, body)),
    isCaughtUp: (await readCursor(cache))?.caughtUp === true,
  }));
  if (said.records.length === 0 && !said.isCaughtUp) return null;
  const known = new Set(said.saves.map(({ id }) => id));
  const unsent = rows.flatMap((row) => saveIn(row) ?? []).filter(({ row }) => !known.has(row.id));
  const underway = unsent.filter(({ row }) => row.state !== 'held');
  return {
    records: recordsOf(
      laidOver(
        said.records,
        underway.flatMap(({ changes }) => changes),
      ),
    ),
    waiting: new Set(underway.filter(({ row }) => row.state !== 'done').flatMap(({ changes }) => changes.map(keyOfChange))),
    held: unsent.flatMap(({ row, changes }) => heldRecordIn(row, changes, rows) ?? []),
    heldInvitations: rows.flatMap((row) => heldInvitationIn(row) ?? []),
    drafts,
    saves: said.saves.sort((one, other) => other.at - one.at),
  };
};

const laidOver = (records: readonly DeskRecord[], changes: readonly RecordChange[]): readonly DeskRecord[] => {
  const byKey = new Map(records.map((record) => [keyOfRecord(record.of, record.body.id), record]));
  for (const change of changes) {
    if (change.to === null) byKey.delete(keyOfChange(change));
    else byKey.set(keyOfChange(change), { of: change.of, body: change.to } as DeskRecord);
  }
  return [...byKey.values()];
};

type UnsentSave = { readonly row: OutboxRow; readonly changes: readonly RecordChange[] };

const saveIn = (row: OutboxRow): UnsentSave | null => {
  const action = parseStoredAction(row);
  if (!v.is(administratorActionSchema, action)) return null;
  if (action.kind === 'save-people') return { row, changes: action.data.changes };
  return action.kind === 'save-record' ? { row, changes: [action.data.change] } : null;
};

const heldRecordIn = (row: OutboxRow, changes: readonly RecordChange[], rows: readonly OutboxRow[]): HeldRecord | null => {
  if (row.state !== 'held' || !row.heldBecause) return null;
  const letters = rows.filter((other) => afterOf(other).includes(row.id)).length;
  return { id: row.id, refusal: row.heldBecause, changes, isImport: kindOf(row) === 'save-people', letters };
};

const heldInvitationIn = (row: OutboxRow): HeldInvitation | null => {
  const action = row.state === 'held' ? parseStoredAction(row) : null;
  if (action?.kind !== 'invite-person' || action.subject.kind !== 'record' || !row.heldBecause) return null;
  return { id: row.id, refusal: row.heldBecause, key: action.subject.id };
};

/** The records of one kind, by name. */
export const byName = <Kind extends Exclude<ListedKind, 'role'>>(records: DeskRecords, kind: Kind): DeskRecords[Kind] =>
  [...records[kind]].sort((one, other) => one.name.localeCompare(other.name)) as unknown as DeskRecords[Kind];
