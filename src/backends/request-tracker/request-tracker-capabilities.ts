import { fileLimits } from '../../domain/file-limits.ts';
import type { Capabilities } from '../backend.ts';

/** What Request Tracker can do for a requestor. It says nothing of what was read, and has no live channel. */
export const requestTrackerCapabilities = (mayChase: boolean): Capabilities => ({
  idempotency: 'looked-up',
  batch: { maxActions: 1, maxBytes: 256_000 },
  requestsAtOnce: 3,
  files: { ...fileLimits, mode: 'inline' },
  actions: ['raise-ticket', 'reply', 'attach', 'reopen', ...(mayChase ? (['chase'] as const) : [])],
  live: false,
  conversations: 'when-opened',
});
