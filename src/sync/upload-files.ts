/** Uploads the bytes of files whose manifest the desk has taken: beside the lanes, resumable, verified before and after. */
import { BackendFailure } from '../backends/backend.ts';
import type { UploadState } from '../contract/file-transfer.ts';
import { chunkBytes } from '../contract/version.ts';
import type { FileRow } from '../store/outbox-db.ts';
import { filesToUpload, isWhole, readBytes, setFileState } from '../store/files.ts';
import type { SendDeps } from './ports.ts';

/**
 * Resolves when every file that may leave has arrived or is held; rejects with the failure that stopped it. The file that
 * failed is the last one next time, so that it never stands before the others.
 */
export const uploadFiles = async (deps: SendDeps): Promise<void> => {
  for (const file of await filesToUpload(deps.store)) {
    try {
      await uploadFile(deps, file);
    } catch (fault) {
      await deps.store.outbox.files.update(file.id, { tries: (file.tries ?? 0) + 1 });
      throw fault;
    }
  }
};

const uploadFile = async (deps: SendDeps, file: FileRow): Promise<void> => {
  const { outbox, person } = deps.store;
  const bytes = await readBytes(outbox, file.id);
  if (!(await isWhole(bytes, file.manifest))) {
    await setFileState(outbox, file.id, 'held');
    return;
  }
  let state = await asked(() => deps.backend.uploadState(person.id, file.manifest));
  while (state && !state.arrived) {
    const { receivedBytes } = state;
    await outbox.files.update(file.id, { sentBytes: receivedBytes });
    const chunk = bytes.slice(receivedBytes, receivedBytes + chunkBytes);
    state = await sendChunk(deps, file, receivedBytes, chunk);
    // Else a desk that takes a chunk and keeps nothing would be sent it for ever.
    if (state && !state.arrived && state.receivedBytes <= receivedBytes) throw new BackendFailure('wait', 'a chunk was taken and not kept');
  }
  if (state?.arrived) await setFileState(outbox, file.id, 'arrived');
};

const sendChunk = async (deps: SendDeps, file: FileRow, offset: number, chunk: ArrayBuffer): Promise<UploadState | null> => {
  try {
    return await asked(() => deps.backend.uploadChunk(deps.store.person.id, file.manifest, offset, chunk));
  } catch (fault) {
    if (!(fault instanceof BackendFailure) || fault.kind !== 'file-damaged') throw fault;
    await setFileState(deps.store.outbox, file.id, 'held');
    return null;
  }
};

/** A manifest that the desk does not know (yet) is no failure: the file is tried again with the next round. */
const asked = async (ask: () => Promise<UploadState>): Promise<UploadState | null> => {
  try {
    return await ask();
  } catch (fault) {
    if (fault instanceof BackendFailure && fault.kind === 'not-there') return null;
    throw fault;
  }
};
