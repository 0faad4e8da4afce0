/** Reads the feed for one person: what changed since the cursor, in pages. */
import { createHash } from 'node:crypto';
import type { Cursor } from '../../contract/change.ts';
import type { Person } from '../../domain/person.ts';
import type { Database } from '../database/schema.ts';
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

/** Null when the cursor belongs to another feed or another sight of it, or cannot be read: the device starts over. */
export const readFeed = async (database: Database, person: Person, since: string | null): Promise<FeedPage | null> => {
  const head = await database.selectFrom('feed_head').selectAll().executeTakeFirstOrThrow();
  const seen = audiencesOf(person);
  const feed = `${head.feed_id}.${sightOf(seen)}`;
  const from = since === null ? 0 : positionOf(since, feed);
  if (from === null) return null;
  const rows = await database
    .selectFrom('feed')
    .selectAll()
    .where('audience', 'in', seen)
    .where('position', '>', from)
    // The head was read first: what moved beyond it meanwhile comes with the next page.
    .where('position', '<=', Number(head.position))
    .orderBy('position')
    .limit(pageSize)
    .execute();
  const more = rows.length === pageSize;
  const position = more ? Number(rows.at(-1)?.position) : Number(head.position);
  const changes = await Promise.all(rows.map((row) => changeOf(database, seen, row)));
  return { changes, position, cursor: `${feed}:${position}` as Cursor, more };
};

/** Whoever joins or leaves an audience reads anew: what they may see now was said to others before, and what they may not is on their device. */
const sightOf = (seen: readonly string[]): string => createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 8);

const positionOf = (cursor: string, feed: string): number | null => {
  const match = /^(.+):(\d{1,15})$/.exec(cursor);
  return match?.[1] === feed ? Number(match[2]) : null;
};

type Row = { audience: string; kind: string; entity_id: string; position: number; body: string | null };

const changeOf = async (database: Database, seen: readonly string[], row: Row): Promise<string> => {
  const position = Number(row.position);
  const body = row.body ?? (await stillSeen(database, seen, row));
  if (body === null) return JSON.stringify({ kind: 'gone', position, of: row.kind, id: row.entity_id });
  return `{"kind":${JSON.stringify(row.kind)},"position":${position},"body":${body}}`;
};

/** Gone for one audience, but the person belongs to another one that still sees it. */
const stillSeen = async (database: Database, seen: readonly string[], row: Row): Promise<string | null> => {
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
