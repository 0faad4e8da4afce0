import type { ActionId } from '../domain/ids.ts';
import type { ActionDeps } from './action-deps.ts';
import { dropFile } from '../store/files.ts';

/** Takes the draft off the screens; it can be brought back until it is purged. */
export const discardDraft = (deps: ActionDeps, draftId: ActionId): Promise<number> => deps.store.outbox.drafts.update(draftId, { discardedAt: deps.now() });

export const restoreDraft = (deps: ActionDeps, draftId: ActionId): Promise<number> => deps.store.outbox.drafts.update(draftId, { discardedAt: null });

const undoMs = 60 * 60_000;

/** Deletes drafts whose deletion was not undone, with their files. Called when the portal starts. */
export const purgeDiscardedDrafts = async (deps: Pick<ActionDeps, 'store' | 'now'>): Promise<void> => {
  const { outbox } = deps.store;
  await outbox.transaction('rw', outbox.drafts, outbox.files, outbox.chunks, async () => {
    const discarded = await outbox.drafts.filter((draft) => draft.discardedAt !== null && draft.discardedAt < deps.now() - undoMs).toArray();
    for (const draft of discarded) {
      const files = await outbox.files.where('owner').equals(`draft:${draft.id}`).toArray();
      for (const file of files) await dropFile(outbox, file.id);
      await outbox.drafts.delete(draft.id);
    }
  });
};
