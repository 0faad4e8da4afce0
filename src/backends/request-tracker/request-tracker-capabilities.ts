import { fileLimits } from '../../domain/file-limits.ts';
import type { Capabilities } from '../backend.ts';

/** What a deployment leaves to requestors. */
type Deployment = { readonly mayChase: boolean; readonly mayResolve: boolean };

/** What Request Tracker can do for a requestor. What was read is kept on the device, and there is no live channel. */
export const requestTrackerCapabilities = ({ mayChase, mayResolve }: Deployment): Capabilities => ({
  idempotency: 'looked-up',
  batch: { maxActions: 1, maxBytes: 256_000 },
  requestsAtOnce: 3,
  files: { ...fileLimits, mode: 'inline' },
  actions: ['raise-ticket', 'reply', 'attach', 'reopen', 'mark-read', ...(mayResolve ? (['resolve'] as const) : []), ...(mayChase ? (['chase'] as const) : [])],
  live: false,
  chat: false,
  conversations: 'when-opened',
});
