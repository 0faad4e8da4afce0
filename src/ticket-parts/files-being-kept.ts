/** Files that were chosen and are not on the disk yet: whoever sends or goes on waits for them, so that none stays behind. */
export type FilesBeingKept = {
  readonly track: (work: Promise<void>) => void;
  /** Resolves when nothing is being kept any more. */
  readonly settled: () => Promise<void>;
};

export const createFilesBeingKept = (): FilesBeingKept => {
  const pending = new Set<Promise<void>>();
  return {
    track: (work) => {
      pending.add(work);
      void work.finally(() => pending.delete(work));
    },
    settled: async () => {
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
};
