/**
 * How far a device has read. RT has no feed, so the cursor carries what a next reading must know: since when, what was
 * seen at that edge, and what is still to be read of the reading that is under way.
 */
import * as v from 'valibot';
import type { Cursor } from '../../contract/change.ts';
import { instant } from '../../contract/ids.ts';
import { BackendFailure } from '../backend.ts';

const cursorSchema = v.object({
  v: v.literal(2),
  /** Of the last page that brought something; each such page is one further, and never behind the device's clock. */
  position: v.number(),
  /** When this device began to read, by RT's clock: what the desk wrote before counts as read. Null before the first page. */
  firstReadAt: v.nullable(instant),
  /** When catalogue and articles were last read, by RT's clock. */
  catalogueAt: instant,
  services: v.array(v.string()),
  articles: v.array(v.string()),
  /** All tickets that the device knows: RT does not tell of one that is gone. */
  tickets: v.array(v.string()),
  /** Everything that RT updated before this moment was read; null while the first reading is under way. */
  since: v.nullable(instant),
  /** Tickets that were updated at or after `since` and are read all the same: ticket → its last update. */
  seen: v.record(v.string(), instant),
  /** The reading under way; null between two. */
  reading: v.nullable(
    v.object({
      beganAt: instant,
      /** Page of the list to read next; null when the list is read. */
      page: v.nullable(v.number()),
      /** Tickets whose history is still to be read, the most wanted first. */
      pending: v.array(v.string()),
      seen: v.record(v.string(), instant),
    }),
  ),
});

export type RtCursor = v.InferOutput<typeof cursorSchema>;

const fromTheBeginning: RtCursor = {
  v: 2,
  position: 0,
  firstReadAt: null,
  catalogueAt: 0,
  services: [],
  articles: [],
  tickets: [],
  since: null,
  seen: {},
  reading: null,
};

/** A cursor that cannot be read (of another version, or of another backend) starts over. */
export const readCursor = (cursor: Cursor | null): RtCursor => {
  if (cursor === null) return fromTheBeginning;
  try {
    return v.parse(cursorSchema, JSON.parse(cursor));
  } catch (fault) {
    throw new BackendFailure('start-over', 'a cursor of something else', null, fault);
  }
};

export const writeCursor = (cursor: RtCursor): Cursor => JSON.stringify(cursor) as Cursor;
