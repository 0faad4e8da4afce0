import type { Partition } from '../domain/partition.ts';
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
