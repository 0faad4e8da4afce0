import type { Instant } from '../../domain/instant.ts';
import type { FeedRow } from '../feed/write-feed.ts';
import type { TicketRecord } from './batch-records.ts';

/** What came of an action that is about no ticket: when it was done, what readers are to be told, and tickets that it changed all the same. */
export type PerformedElsewhere = { readonly at: Instant; readonly rows: readonly FeedRow[]; readonly tickets?: readonly TicketRecord[] };
