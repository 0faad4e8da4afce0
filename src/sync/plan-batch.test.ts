import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aManifest, anAction, minted } from '../domain/builders.testing.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import type { OutboxRow } from '../store/outbox-db.ts';
import { holdsItsLane, newOutboxRow } from '../store/outbox.ts';
import { halvedLimits, planBatch } from './plan-batch.ts';

type Made = {
  readonly lane: number;
  readonly file: boolean;
  readonly held: boolean;
  readonly away: boolean;
  readonly after: number | null;
  readonly length: number;
};

const made: fc.Arbitrary<Made> = fc.record({
  lane: fc.nat(4),
  file: fc.boolean(),
  held: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  away: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  after: fc.option(fc.nat(40), { freq: 3 }),
  length: fc.nat(200),
});

const rowOf = ({ lane, file, held, after, length }: Made, index: number): OutboxRow => {
  const subject = { kind: 'ticket' as const, id: minted<TicketId>(0xa0 + lane) };
  const over = { id: minted<ActionId>(index), subject, ...(after === null ? {} : { after: [minted<ActionId>(after)] }) };
  const action = file
    ? anAction({ kind: 'attach', data: { file: aManifest(), questionId: null } }, over)
    : anAction({ kind: 'reply', data: { text: 'x'.repeat(length) } }, over);
  return { ...newOutboxRow(action), seq: index, state: held ? 'held' : 'waiting' };
};

/** An outbox at some moment: what waits or is held in the order it was made, and what is on its way. */
const outbox = fc
  .array(made, { maxLength: 40 })
  .map((all) => all.map((one, index) => ({ row: rowOf(one, index), isAway: one.away && !one.held })))
  .map((all) => ({
    rows: all.filter(({ isAway }) => !isAway).map(({ row }) => row),
    onTheirWay: all.filter(({ isAway }) => isAway).map(({ row }) => row),
  }));
const limits = fc.record({ maxActions: fc.integer({ min: 1, max: 12 }), maxBytes: fc.integer({ min: 1, max: 4_000 }) });
const generous = { maxActions: 100, maxBytes: 256_000 };

const bytesOf = (rows: readonly OutboxRow[]): number => rows.reduce((sum, { action }) => sum + JSON.stringify(action).length + 1, 0);
const namedBy = (row: OutboxRow): readonly ActionId[] => (row.action as { readonly after?: readonly ActionId[] }).after ?? [];

describe('whatever waits, the next request', () => {
  test('overtakes nothing of its lane', () => {
    fc.assert(
      fc.property(outbox, limits, ({ rows, onTheirWay }, most) => {
        const batch = planBatch(rows, most, onTheirWay);
        for (const row of batch) {
          const before = rows.filter((other) => other.lane === row.lane && other.seq < row.seq && (other.state === 'waiting' || holdsItsLane(other)));
          expect(batch.slice(0, batch.indexOf(row)).filter(({ lane }) => lane === row.lane)).toEqual(before);
        }
      }),
    );
  });

  test('is not of a lane that is on its way, and holds nothing that is held', () => {
    fc.assert(
      fc.property(outbox, limits, ({ rows, onTheirWay }, most) => {
        const away = new Set(onTheirWay.map(({ lane }) => lane));
        expect(planBatch(rows, most, onTheirWay).filter(({ lane, state }) => away.has(lane) || state === 'held')).toEqual([]);
      }),
    );
  });

  test('has nothing in it before what it names is settled', () => {
    fc.assert(
      fc.property(outbox, limits, ({ rows, onTheirWay }, most) => {
        const batch = planBatch(rows, most, onTheirWay);
        const unsettled = new Set([...rows, ...onTheirWay].map(({ id }) => id));
        for (const [index, row] of batch.entries()) {
          const earlier = new Set(batch.slice(0, index).map(({ id }) => id));
          expect(namedBy(row).filter((id) => unsettled.has(id) && !earlier.has(id))).toEqual([]);
        }
      }),
    );
  });

  test('is no larger than it may be, but for one action alone', () => {
    fc.assert(
      fc.property(outbox, limits, ({ rows, onTheirWay }, most) => {
        const batch = planBatch(rows, most, onTheirWay);
        expect(batch.length).toBeLessThanOrEqual(most.maxActions);
        if (batch.length > 1) expect(bytesOf(batch)).toBeLessThanOrEqual(most.maxBytes);
      }),
    );
  });

  test('takes the first that nothing keeps', () => {
    fc.assert(
      fc.property(outbox, ({ rows, onTheirWay }) => {
        const free = rows.find(
          (row) => row.state === 'waiting' && namedBy(row).length === 0 && !rows.concat(onTheirWay).some((other) => other.lane === row.lane && other !== row),
        );
        if (free) expect(planBatch(rows, generous, onTheirWay)).toContain(free);
      }),
    );
  });
});

test('after one that was too large the next is at most half of it, however many were under way', () => {
  const rows = Array.from({ length: 100 }, (_, index) => rowOf({ lane: index, file: false, held: false, away: false, after: null, length: 100 }, index));
  const once = halvedLimits(generous, rows);
  expect(once).toEqual({ maxActions: 50, maxBytes: Math.ceil(bytesOf(rows) / 2) });
  expect(halvedLimits(once, rows)).toEqual(once);
});
