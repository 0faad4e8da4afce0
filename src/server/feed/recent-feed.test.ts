import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { migrate } from '../database/migrations.ts';
import { openMemoryDatabase } from '../database/open-sqlite.ts';
import type { Database } from '../database/schema.ts';
import { createRecentFeed } from './recent-feed.ts';
import { writeFeed } from './write-feed.ts';

const audience = fc.constantFrom('person:ada', 'person:ben', 'desk:council', 'setup');
const row = fc.record({
  audience,
  kind: fc.constantFrom('ticket' as const, 'entry' as const),
  entityId: fc.constantFrom('1', '2', '3', '4', '5'),
  body: fc.option(fc.string()),
});
/** Rows written in one transaction, and who asks then: for what, and from how far back. */
const turn = fc.record({
  rows: fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: (one) => `${one.audience} ${one.kind} ${one.entityId}` }),
  asks: fc.option(fc.record({ audiences: fc.uniqueArray(audience, { minLength: 1 }), back: fc.nat(30) })),
});

const lackedInTruth = (database: Database, audiences: readonly string[], from: number) =>
  database.selectFrom('feed').selectAll().where('audience', 'in', audiences).where('position', '>', from).orderBy('position').execute();

test('what is remembered of the feed is what the database holds, however much moves, comes again and is let go of', { timeout: 60_000 }, async () => {
  let remembered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 30 }), async (turns) => {
      const database = openMemoryDatabase();
      await migrate(database, v7);
      const recent = createRecentFeed(database, 12);
      await recent.readTo(0);
      for (const { rows, asks } of turns) {
        const head = await database.transaction().execute((transaction) => writeFeed(transaction, rows));
        if (!asks) continue;
        await recent.readTo(head);
        const from = Math.max(0, head - asks.back);
        const lacked = recent.lackedBy(asks.audiences, from);
        if (!lacked) continue;
        remembered += 1;
        expect(lacked).toEqual(await lackedInTruth(database, asks.audiences, from));
      }
      await database.destroy();
    }),
    { numRuns: 60 },
  );
  expect(remembered).toBeGreaterThan(50);
});

test('who has been away for longer than is remembered is not answered from it', async () => {
  const database = openMemoryDatabase();
  await migrate(database, v7);
  const recent = createRecentFeed(database, 4);
  await recent.readTo(0);
  for (let at = 1; at <= 6; at += 1)
    await recent.readTo(
      await database.transaction().execute((transaction) => writeFeed(transaction, [{ audience: 'setup', kind: 'ticket', entityId: String(at), body: at }])),
    );
  expect(recent.lackedBy(['setup'], 0)).toBeNull();
  expect(recent.lackedBy(['setup'], 5)).toMatchObject([{ entity_id: '6' }]);
  await database.destroy();
});
