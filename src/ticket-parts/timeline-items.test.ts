import { expect, test } from 'vitest';
import { aPartition, anEntry, minted, named, noon } from '../domain/builders.testing.ts';
import type { EntryId } from '../domain/ids.ts';
import type { EntryBody } from '../domain/ticket.ts';
import type { TimelineEntry } from '../store/observe/ticket.ts';
import { timelineItems } from './timeline-items.ts';

const told = (...bodies: readonly EntryBody[]): readonly TimelineEntry[] =>
  bodies.map((body, n) => ({ entry: anEntry({ id: minted<EntryId>(n), at: noon + n, body }), delivery: null, file: null }));
const statusesSeen = (timeline: readonly TimelineEntry[], side: 'person' | 'desk'): readonly string[] =>
  timelineItems(timeline, aPartition(), side).flatMap(({ entry: { body } }) => (body.kind === 'status' ? [body.to] : []));

test('a change between two statuses that people call the same is no news to the person, and is to the desk', () => {
  const timeline = told(
    { kind: 'raised' },
    { kind: 'status', to: 'in-progress' },
    { kind: 'status', to: 'waiting-for-supplier' },
    { kind: 'status', to: 'waiting-for-person' },
  );
  expect(statusesSeen(timeline, 'person')).toEqual(['in-progress', 'waiting-for-person']);
  expect(statusesSeen(timeline, 'desk')).toEqual(['in-progress', 'waiting-for-supplier', 'waiting-for-person']);
});

test('after it was opened again, being in progress is no news, and being done is', () => {
  const timeline = told({ kind: 'status', to: 'resolved' }, { kind: 'reopened' }, { kind: 'status', to: 'in-progress' }, { kind: 'status', to: 'resolved' });
  expect(statusesSeen(timeline, 'person')).toEqual(['resolved', 'resolved']);
});

test('nothing but statuses is ever left out', () => {
  const timeline = told(
    { kind: 'raised' },
    { kind: 'message', text: 'Hello' },
    { kind: 'chase', count: 1, of: 3 },
    { kind: 'escalation', callId: named('x'), callNumber: 'R-1' },
  );
  expect(timelineItems(timeline, aPartition(), 'person')).toEqual(timeline);
});
