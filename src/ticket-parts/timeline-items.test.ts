import { expect, test } from 'vitest';
import { aManifest, aPartition, aStatusRecord, anEntry, minted, named, noon } from '../domain/builders.testing.ts';
import type { EntryId, PersonId } from '../domain/ids.ts';
import { statusNamed } from '../domain/records/status-record.ts';
import type { EntryBody, SimpleStatus } from '../domain/ticket.ts';
import type { TimelineEntry } from '../store/observe/ticket.ts';
import { continuedIds, timelineItems } from './timeline-items.ts';

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

test('003.8: a status with a word of its own is news where that word is another one, whatever its phase', () => {
  const set = (simple: SimpleStatus | null): EntryBody => ({ kind: 'status', to: 'in-progress', named: statusNamed(aStatusRecord({ simple })).named });
  const timeline = told({ kind: 'status', to: 'in-progress' }, set(null), set('in-progress'), set('received'), { kind: 'status', to: 'new' });
  expect(timelineItems(timeline, aPartition(), 'person').map(({ entry }) => entry.at - noon)).toEqual([0, 3]);
  expect(timelineItems(timeline, aPartition(), 'desk')).toEqual(timeline);
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

test('files sent in one go stand under one name, and a file of somebody else or of later under its own', () => {
  const file = (n: number, at = noon, by = anEntry().by): TimelineEntry => ({
    entry: anEntry({ id: minted<EntryId>(n), at, by, body: { kind: 'file', file: aManifest(), questionId: null, arrived: true } }),
    delivery: null,
    file: null,
  });
  const other = { id: named<PersonId>('gus'), name: 'Gus Green', side: 'desk' as const };
  const sent = [file(1), file(2, noon + 5), file(3, noon + 59_000), file(4, noon + 61_000), file(5, noon + 61_001, other), file(6, noon + 61_002)];
  expect([...continuedIds(sent, () => false)]).toEqual([minted(2), minted(3)]);
  // What is new says so, under a head of its own.
  expect([...continuedIds(sent, ({ at }) => at > noon + 5)]).toEqual([minted(2), minted(4)]);
});

test('lines that somebody said one after the other in a chat stand under one name; messages do not', () => {
  const [first, second, third] = told({ kind: 'said', text: 'Hello' }, { kind: 'said', text: 'Are you there?' }, { kind: 'message', text: 'A reply' });
  if (!first || !second || !third) throw new Error('three are needed');
  expect([...continuedIds([first, second, third], () => false)]).toEqual([second.entry.id]);
  const late = { ...second, entry: { ...second.entry, at: first.entry.at + 60_000 } };
  expect([...continuedIds([first, late], () => false)]).toEqual([]);
});
