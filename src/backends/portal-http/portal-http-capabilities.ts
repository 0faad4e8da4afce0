import { batchLimits } from '../../contract/version.ts';
import { actionKinds } from '../../domain/action.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { Capabilities } from '../backend.ts';

export const portalHttpCapabilities: Capabilities = {
  idempotency: 'by-action-id',
  batch: { maxActions: batchLimits.actions, maxBytes: batchLimits.bytes },
  requestsAtOnce: 4,
  files: { ...fileLimits, mode: 'resumable' },
  actions: actionKinds,
  live: true,
  chat: true,
  conversations: 'with-the-feed',
};
