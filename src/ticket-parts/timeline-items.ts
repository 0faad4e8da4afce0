import type { Partition } from '../domain/partition.ts';
import { minutes } from '../domain/instant.ts';
import type { EntryId } from '../domain/ids.ts';
import type { TicketStatus } from '../domain/ticket.ts';
import type { TimelineEntry } from '../store/observe/ticket.ts';

export type Side = 'person' | 'desk';

/** The person sees statuses in simple words, so a change between two that they call the same is no news to them. */
export const timelineItems = (timeline: readonly TimelineEntry[], partition: Partition, side: Side): readonly TimelineEntry[] => {
  if (side === 'desk') return timeline;
  let before: TicketStatus = 'new';
  return timeline.filter(({ entry: { body } }) => {
    if (body.kind === 'reopened') before = 'in-progress';
    if (body.kind !== 'status') return true;
    const isNews = partition.simpleStatus[body.to] !== partition.simpleStatus[before];
    before = body.to;
    return isNews;
  });
};

/** Files that somebody sent in one go: all but the first stand under the same name and time. */
export const continuedIds = (items: readonly TimelineEntry[]): ReadonlySet<EntryId> =>
  new Set(items.flatMap((item, index) => (continues(items[index - 1], item) ? [item.entry.id] : [])));

const continues = (before: TimelineEntry | undefined, { entry, delivery }: TimelineEntry): boolean =>
  before !== undefined &&
  before.entry.body.kind === 'file' &&
  entry.body.kind === 'file' &&
  before.entry.by?.id === entry.by?.id &&
  Math.abs(entry.at - before.entry.at) < minutes(1) &&
  delivery?.state !== 'held' &&
  before.delivery?.state === delivery?.state;
