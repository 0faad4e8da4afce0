/** A whole round: send first, so that what is then read already shows it; files go beside the lanes. */
import type { SyncDeps } from './ports.ts';
import { pullChanges } from './pull-changes.ts';
import { endRevokedSession } from './revoked-session.ts';
import { sendUnderLock, uploadUnderLock } from './send-only.ts';

export const sendThenPull = async (deps: SyncDeps): Promise<void> => {
  await endRevokedSession(deps);
  await sendUnderLock(deps);
  await pullChanges(deps);
  await uploadUnderLock(deps);
};
