/** Wakes those who listen to the feed after a commit; idle listeners cost a function in a set. */
export type FeedWatch = {
  readonly committed: () => void;
  /** Calls back after each commit; returns how to stop. */
  readonly onCommit: (listener: () => void) => () => void;
};

export const createFeedWatch = (): FeedWatch => {
  const listeners = new Set<() => void>();
  return {
    committed: () => {
      for (const listener of listeners) listener();
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
