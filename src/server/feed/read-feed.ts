/** Reads the feed for whoever asks: what changed for them since their cursor, in pages. */
import { createHash } from 'node:crypto';
import type { Cursor } from '../../contract/change.ts';
import type { Person } from '../../domain/person.ts';
import type { Database } from '../database/schema.ts';
import { createRecentFeed, type FeedRecord, type RecentFeed } from './recent-feed.ts';
import { audiences } from './write-feed.ts';

const pageSize = 200;

/** What a page says; its changes as JSON, with the bodies as they were stored. */
export type FeedPage = {
  readonly changes: readonly string[];
  readonly position: number;
  readonly cursor: Cursor;
  readonly more: boolean;
};

export const audiencesOf = (person: Person): readonly string[] => [
  audiences.person(person.id),
  audiences.partition(person.partitionId),
  ...(person.roles.includes('analyst') ? [audiences.desk(person.partitionId)] : []),
  ...(person.rights.includes('chat-analyst') || person.rights.includes('chat-manager') ? [audiences.chatDesk(person.partitionId)] : []),
  ...(person.rights.includes('self-service-portal-setup') ? [audiences.setup()] : []),
];

export type FeedReader = {
  /** Null when the cursor belongs to another feed, another sight of it or a later state, or cannot be read: the device starts over. */
  readonly read: (person: Person, since: string | null) => Promise<FeedPage | null>;
};

/**
 * Those who ask in the same moment are answered together: a desk is woken as one, and nearly everybody there lacks the same
 * few rows, which are read once for all of them.
 */
export const createFeedReader = (database: Database): FeedReader => {
  const recent = createRecentFeed(database);
  let asked: Asked[] = [];
  let isReading = false;
  const answerAll = async (): Promise<void> => {
    isReading = true;
    while (asked.length > 0) {
      const together = asked;
      asked = [];
      await answerTogether(database, recent, together).catch((fault: unknown) => together.forEach(({ fail }) => fail(fault)));
    }
    isReading = false;
  };
  return {
    read: (person, since) =>
      new Promise((answer, fail) => {
        asked.push({ seen: audiencesOf(person), since, answer, fail });
        if (!isReading) void answerAll();
      }),
  };
};

type Asked = {
  readonly seen: readonly string[];
  readonly since: string | null;
  readonly answer: (page: FeedPage | null) => void;
  readonly fail: (fault: unknown) => void;
};

/** Somebody whose cursor can be read: they have all up to `from`, and are told all up to `until`. */
type Placed = Asked & { readonly feed: string; readonly from: number; readonly until: number };

const answerTogether = async (database: Database, recent: RecentFeed, asked: readonly Asked[]): Promise<void> => {
  // The head is read first: what moves beyond it meanwhile comes with the next page.
  const head = await database.selectFrom('feed_head').selectAll().executeTakeFirstOrThrow();
  const until = Number(head.position);
  await recent.readTo(until);
  for (const one of asked) {
    const feed = `${head.feed_id}.${sightOf(one.seen)}`;
    const from = one.since === null ? 0 : positionOf(one.since, feed);
    // Beyond the head is what was said before an older state was restored.
    if (from === null || from > until) {
      one.answer(null);
      continue;
    }
    void answerOne(database, { ...one, feed, from, until }, recent.lackedBy(one.seen, from));
  }
};

/** Whoever has been away for longer than is remembered reads for themselves. */
const answerOne = async (database: Database, asked: Placed, lacked: readonly FeedRecord[] | null): Promise<void> => {
  const { seen, feed, until, answer, fail } = asked;
  try {
    const rows = lacked?.slice(0, pageSize) ?? (await readLacked(database, asked));
    const more = rows.length === pageSize;
    const position = more ? Number(rows.at(-1)?.position) : until;
    const changes = await Promise.all(rows.map((row) => changeOf(database, seen, row)));
    answer({ changes, position, cursor: `${feed}:${position}` as Cursor, more });
  } catch (fault) {
    fail(fault);
  }
};

const readLacked = (database: Database, { seen, from, until }: Placed): Promise<readonly FeedRecord[]> =>
  database
    .selectFrom('feed')
    .selectAll()
    .where('audience', 'in', seen)
    .where('position', '>', from)
    .where('position', '<=', until)
    .orderBy('position')
    .limit(pageSize)
    .execute();

/** Whoever joins or leaves an audience reads anew: what they may see now was said to others before, and what they may not is on their device. */
const sightOf = (seen: readonly string[]): string => createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 8);

const positionOf = (cursor: string, feed: string): number | null => {
  const match = /^(.+):(\d{1,15})$/.exec(cursor);
  return match?.[1] === feed ? Number(match[2]) : null;
};

const changeOf = async (database: Database, seen: readonly string[], row: FeedRecord): Promise<string> => {
  const position = Number(row.position);
  const body = row.body ?? (await stillSeen(database, seen, row));
  if (body === null) return JSON.stringify({ kind: 'gone', position, of: row.kind, id: row.entity_id });
  return `{"kind":${JSON.stringify(row.kind)},"position":${position},"body":${body}}`;
};

/** Gone for one audience, but the person belongs to another one that still sees it. */
const stillSeen = async (database: Database, seen: readonly string[], row: FeedRecord): Promise<string | null> => {
  const other = await database
    .selectFrom('feed')
    .select('body')
    .where('audience', 'in', seen)
    .where('kind', '=', row.kind)
    .where('entity_id', '=', row.entity_id)
    .where('body', 'is not', null)
    .executeTakeFirst();
  return other?.body ?? null;
};
