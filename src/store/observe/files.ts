import type { ActionId } from '../../domain/ids.ts';
import { readBytes } from '../files.ts';
import type { PersonStore } from '../person-store.ts';

/** The bytes of a file that is still on this device, to show or to open; null when they are not here (any more). */
export const readFileBlob = async (store: PersonStore, fileId: ActionId): Promise<Blob | null> => {
  const file = await store.outbox.files.get(fileId);
  return file ? new Blob([await readBytes(store.outbox, fileId)], { type: file.manifest.type }) : null;
};
