/**
 * The newest rows of the feed, by whom they are for, as the database holds them: nearly everybody who listens lacks nothing
 * else, and each row is read once for all of them. It is filled from the database alone, so other writers are no matter.
 */
import type { Database } from '../database/schema.ts';

export type FeedRecord = {
  readonly audience: string;
  readonly kind: string;
  readonly entity_id: string;
  readonly position: number;
  readonly body: string | null;
};

export type RecentFeed = {
  /** Reads on until this position, which the feed has reached. */
  readonly readTo: (position: number) => Promise<void>;
  /** What these audiences lack beyond a position, in order; null where that goes further back than what is kept. */
  readonly lackedBy: (audiences: readonly string[], from: number) => readonly FeedRecord[] | null;
};

/** `mostKept`: rows, of all audiences together. */
export const createRecentFeed = (database: Database, mostKept = 4_000): RecentFeed => {
  const byAudience = new Map<string, FeedRecord[]>();
  /** Where each thing stands by now: a row that it has moved away from is no row any more. */
  const positions = new Map<string, number>();
  /** In order; what has moved since is among them. */
  let kept: FeedRecord[] = [];
  /** All rows beyond the one and up to the other are kept. */
  let complete: { readonly from: number; readonly to: number } | null = null;

  const keep = (row: FeedRecord): void => {
    const rows = byAudience.get(row.audience) ?? [];
    rows.push(row);
    byAudience.set(row.audience, rows);
    positions.set(keyOf(row), row.position);
    kept.push(row);
  };
  const isStill = (row: FeedRecord): boolean => positions.get(keyOf(row)) === row.position;
  const letGoOfOld = (): void => {
    if (!complete || kept.length <= mostKept) return;
    const [old, rest] = [kept.slice(0, -mostKept / 2), kept.slice(-mostKept / 2)];
    kept = rest;
    complete = { ...complete, from: old.at(-1)?.position ?? complete.from };
    for (const row of old) if (isStill(row)) positions.delete(keyOf(row));
    for (const audience of new Set(old.map((row) => row.audience))) {
      const rows = (byAudience.get(audience) ?? []).filter(isStill);
      if (rows.length > 0) byAudience.set(audience, rows);
      else byAudience.delete(audience);
    }
  };

  return {
    readTo: async (position) => {
      complete ??= { from: position, to: position };
      if (position <= complete.to) return;
      // Nobody has listened for long: whoever comes now reads for themselves, and what is read once for all begins here.
      if (position - complete.to > mostKept) {
        byAudience.clear();
        positions.clear();
        kept = [];
        complete = { from: position, to: position };
        return;
      }
      const rows = await database
        .selectFrom('feed')
        .selectAll()
        .where('position', '>', complete.to)
        .where('position', '<=', position)
        .orderBy('position')
        .execute();
      // PostgreSQL hands out large numbers as text.
      for (const row of rows) keep({ ...row, position: Number(row.position) });
      complete = { ...complete, to: position };
      letGoOfOld();
    },
    lackedBy: (audiences, from) => {
      if (!complete || from < complete.from) return null;
      return audiences
        .flatMap((audience) => beyond(byAudience.get(audience) ?? [], from))
        .filter(isStill)
        .sort((one, other) => one.position - other.position);
    },
  };
};

const keyOf = ({ audience, kind, entity_id }: FeedRecord): string => `${audience} ${kind} ${entity_id}`;

/** Most lack the last few. */
const beyond = (rows: readonly FeedRecord[], from: number): readonly FeedRecord[] => rows.slice(rows.findLastIndex(({ position }) => position <= from) + 1);
