/** Which rows may leave together in the next request: pure, so that order can be proven. */
import type { ActionId } from '../domain/ids.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { afterOf, holdsItsLane } from '../store/outbox.ts';

export type BatchLimits = { readonly maxActions: number; readonly maxBytes: number };

/**
 * The next request, of the rows that are not settled in the order they were made; empty when nothing may leave now.
 * `onTheirWay` are rows of requests that have no answer yet, or got none for now. A lane is never in two requests at once,
 * keeps its order, and stops at a row that is held; an action waits until those it names in `after` are settled.
 */
export const planBatch = (rows: readonly OutboxRow[], limits: BatchLimits, onTheirWay: readonly OutboxRow[]): readonly OutboxRow[] => {
  const batch: OutboxRow[] = [];
  let bytes = 0;
  const closedLanes = new Set(onTheirWay.map((row) => row.lane));
  const unsettled = new Set<ActionId>([...rows, ...onTheirWay].map((row) => row.id));
  for (const row of rows) {
    if (row.state === 'held') {
      if (holdsItsLane(row)) closedLanes.add(row.lane);
      continue;
    }
    if (closedLanes.has(row.lane)) continue;
    // One action alone always fits: the backend says what is too much.
    const fits = batch.length === 0 || (batch.length < limits.maxActions && bytes + bytesOf(row) <= limits.maxBytes);
    if (!fits || !isReady(row, batch, unsettled)) {
      // What comes later in this lane must not overtake it.
      closedLanes.add(row.lane);
      continue;
    }
    batch.push(row);
    bytes += bytesOf(row);
  }
  return batch;
};

/** The limits after a request with these rows was too large. */
export const halvedLimits = (limits: BatchLimits, rows: readonly OutboxRow[]): BatchLimits => ({
  maxActions: Math.min(limits.maxActions, Math.ceil(rows.length / 2)),
  maxBytes: Math.min(limits.maxBytes, Math.ceil(rows.reduce((sum, row) => sum + bytesOf(row), 0) / 2)),
});

const bytesOf = (row: OutboxRow): number => {
  const known = byteCounts.get(row);
  if (known !== undefined) return known;
  const count = new TextEncoder().encode(JSON.stringify(row.action)).length + 1;
  byteCounts.set(row, count);
  return count;
};
const byteCounts = new WeakMap<OutboxRow, number>();

const isReady = (row: OutboxRow, batch: readonly OutboxRow[], unsettled: ReadonlySet<ActionId>): boolean =>
  afterOf(row).every((id) => !unsettled.has(id) || batch.some((other) => other.id === id));
