/** Which rows may leave now, and in which requests: pure, so that order can be proven. */
import type { ActionId } from '../domain/ids.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { holdsItsLane } from '../store/outbox.ts';

export type BatchLimits = { readonly maxActions: number; readonly maxBytes: number; readonly requestsAtOnce: number };

/**
 * Parts the unsettled rows (in the order they were made) into requests that may run side by side. A lane is never in two
 * of them, keeps its order, and stops at a row that is held; an action waits until those it names in `after` are settled.
 */
export const planBatches = (rows: readonly OutboxRow[], limits: BatchLimits): readonly (readonly OutboxRow[])[] => {
  const batches: OutboxRow[][] = [];
  const batchByLane = new Map<string, OutboxRow[]>();
  const closedLanes = new Set<string>();
  const unsettled = new Set<ActionId>(rows.map((row) => row.id));
  for (const row of rows) {
    if (row.state === 'held') {
      if (holdsItsLane(row)) closedLanes.add(row.lane);
      continue;
    }
    if (closedLanes.has(row.lane)) continue;
    const batch = batchByLane.get(row.lane) ?? roomIn(batches, row, limits);
    if (!batch || !fits(batch, row, limits) || !isReady(row, batch, unsettled)) {
      // What comes later in this lane must not overtake it.
      closedLanes.add(row.lane);
      continue;
    }
    batch.push(row);
    batchByLane.set(row.lane, batch);
  }
  return batches.filter((batch) => batch.length > 0);
};

const roomIn = (batches: OutboxRow[][], row: OutboxRow, limits: BatchLimits): OutboxRow[] | null => {
  const last = batches.at(-1);
  if (last && fits(last, row, limits)) return last;
  if (batches.length >= limits.requestsAtOnce) return null;
  const batch: OutboxRow[] = [];
  batches.push(batch);
  return batch;
};

/** One action alone always fits: the backend says what is too much. */
const fits = (batch: readonly OutboxRow[], row: OutboxRow, limits: BatchLimits): boolean =>
  batch.length === 0 || (batch.length < limits.maxActions && batch.reduce((sum, other) => sum + bytesOf(other), bytesOf(row)) <= limits.maxBytes);

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

const afterOf = (row: OutboxRow): readonly ActionId[] => (row.action as { readonly after?: readonly ActionId[] }).after ?? [];
