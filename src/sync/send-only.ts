/** A round that only sends: after the last tab is gone nobody waits for news, and the next visit reads them. */
import type { SendDeps } from './ports.ts';
import { endRevokedSession } from './revoked-session.ts';
import { sendOutbox } from './send-outbox.ts';
import { uploadFiles } from './upload-files.ts';

export const sendOnly = async (deps: SendDeps): Promise<void> => {
  await endRevokedSession(deps);
  await sendUnderLock(deps);
  await uploadUnderLock(deps);
};

export const sendUnderLock = (deps: SendDeps): Promise<void> => deps.locks.withLock(`portico:send:${deps.store.outbox.name}`, () => sendOutbox(deps));

export const uploadUnderLock = (deps: SendDeps): Promise<void> => deps.locks.withLock(`portico:files:${deps.store.outbox.name}`, () => uploadFiles(deps));
