/** What a deployment in front of Request Tracker decides: RT has no partitions, no chase and no catalogue of its own. */
import * as v from 'valibot';
import type { TicketStatus } from '../domain/ticket.ts';
import { ticketStatusSchema } from './answer.ts';
import { root } from './address.ts';

const minuteCount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const chaseSchema = v.object({
  /** Minutes between two chases of one ticket. */
  waitMinutes: v.optional(minuteCount, 60),
  maxChases: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1)), 3),
  /** What the correspondence says that a chase is for the desk. */
  text: v.optional(v.pipe(v.string(), v.minLength(1)), 'Chase: please look at this ticket, I am still waiting.'),
  /** RT's own words; the requestor must have the right to set them. */
  setStatus: v.exactOptional(v.string()),
  setPriority: v.exactOptional(v.number()),
  /** The ticket made by the chase that reaches the maximum. */
  escalation: v.exactOptional(v.object({ queue: v.string(), title: v.optional(v.string(), 'Escalation'), cc: v.optional(v.array(v.string()), []) })),
});

/** How a queue looks in the catalogue; one that is not named here looks like its name and description. */
const queueSchema = v.object({
  title: v.exactOptional(v.string()),
  summary: v.exactOptional(v.string()),
  category: v.exactOptional(v.string()),
  icon: v.exactOptional(v.string()),
  makes: v.optional(v.picklist(['call', 'request']), 'call'),
  /** Not offered in the catalogue; tickets in it are still followed. */
  hidden: v.optional(v.boolean(), false),
});

/** Those of RT's own life cycle. */
const usualStatuses: Readonly<Record<string, TicketStatus>> = {
  new: 'new',
  open: 'in-progress',
  stalled: 'waiting-for-person',
  resolved: 'resolved',
  rejected: 'closed',
  deleted: 'closed',
};

const settingsSchema = v.object({
  kind: v.literal('request-tracker'),
  /** The path or address in front of RT's `/REST/2.0/` and `/NoAuth/`; empty on the portal's own origin. */
  address: v.optional(root, ''),
  /** The custom field of tickets, and the one of transactions, that hold the portal's own ids. */
  requestIdField: v.optional(v.string(), 'Client Request Id'),
  messageIdField: v.optional(v.string(), 'Client Message Id'),
  queues: v.optional(v.record(v.string(), queueSchema), {}),
  /** RT's statuses in the portal's words, over the usual ones; what is not named counts as in progress. */
  statuses: v.pipe(
    v.optional(v.record(v.string(), ticketStatusSchema), {}),
    v.transform((statuses) => ({ ...usualStatuses, ...statuses })),
  ),
  /** The status that a requestor sets by saying that it is solved. Left out: only the desk resolves. */
  resolveStatus: v.exactOptional(v.string()),
  /** The status that opens a ticket again. */
  reopenStatus: v.optional(v.string(), 'open'),
  reopenWindowDays: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 14),
  /** Left out: nobody can chase. */
  chase: v.exactOptional(chaseSchema),
  /** What is asked of everybody, besides the custom fields of the queue. */
  questions: v.optional(
    v.object({
      subject: v.optional(v.string(), 'What is it about?'),
      subjectHelp: v.optional(v.string(), 'A few words. This becomes the title.'),
      details: v.optional(v.string(), 'Tell us more'),
      detailsHelp: v.optional(v.string(), 'What you want to do, and what stands in the way.'),
      files: v.optional(v.string(), 'Would you like to add something?'),
      /** How a day with a time is written, which the portal has no question of its own for. */
      dateTimeHelp: v.optional(v.string(), 'Day and time, as 2026-11-30 14:00.'),
    }),
    {},
  ),
});

export const requestTrackerSchema = v.pipe(
  settingsSchema,
  v.check(
    ({ resolveStatus, statuses }) => resolveStatus === undefined || isDone(statuses[resolveStatus]),
    'the resolveStatus does not count as resolved: see statuses',
  ),
  v.check(({ reopenStatus, statuses }) => !isDone(statuses[reopenStatus]), 'the reopenStatus counts as resolved: see statuses'),
);

const isDone = (status: TicketStatus | undefined): boolean => status === 'resolved' || status === 'closed';

export type RequestTrackerSettings = v.InferOutput<typeof requestTrackerSchema>;

/** What is wrong with the `backend` of a `portico.json` that names Request Tracker, with the places; empty for nothing. */
export const requestTrackerProblems = (backend: unknown): readonly string[] => {
  const parsed = v.safeParse(requestTrackerSchema, backend);
  return parsed.success ? [] : parsed.issues.map((issue) => `${['backend', v.getDotPath(issue) ?? []].flat().join('.')}: ${issue.message}`);
};
