import type { Partition } from '../domain/partition.ts';
import { minutes } from '../domain/instant.ts';
import type { EntryId } from '../domain/ids.ts';
import { simpleOf, type Entry, type SetStatus } from '../domain/ticket.ts';
import type { TimelineEntry } from '../store/observe/ticket.ts';

export type Side = 'person' | 'desk';

/** The person sees statuses in simple words, so a change between two that they call the same is no news to them. */
export const timelineItems = (timeline: readonly TimelineEntry[], partition: Partition, side: Side): readonly TimelineEntry[] => {
  if (side === 'desk') return timeline;
  let before: SetStatus = { status: 'new' };
  return timeline.filter(({ entry: { body } }) => {
    if (body.kind === 'reopened') before = { status: 'in-progress' };
    if (body.kind !== 'status') return true;
    const now: SetStatus = { ...body, status: body.to };
    const isNews = simpleOf(now, partition) !== simpleOf(before, partition);
    before = now;
    return isNews;
  });
};

/** What somebody sent or said in one go: all but the first stand under the same name and time, and what is new is marked as such. */
export const continuedIds = (items: readonly TimelineEntry[], isNew: (entry: Entry) => boolean): ReadonlySet<EntryId> => {
  const continued = new Set<EntryId>();
  let first: TimelineEntry | undefined;
  for (const item of items) {
    if (first && continues(first, item) && isNew(first.entry) === isNew(item.entry)) continued.add(item.entry.id);
    else first = item;
  }
  return continued;
};

const continues = (first: TimelineEntry, { entry, delivery }: TimelineEntry): boolean =>
  first.entry.body.kind === entry.body.kind &&
  (entry.body.kind === 'file' || entry.body.kind === 'said') &&
  first.entry.by?.id === entry.by?.id &&
  Math.abs(entry.at - first.entry.at) < minutes(1) &&
  delivery?.state !== 'held' &&
  first.delivery?.state === delivery?.state;
