/** Wakes those who listen to the feed after a commit; idle listeners cost a function in a set. */
export type FeedWatch = {
  /** Something was committed for these audiences; for anybody, where they are not known. */
  readonly committed: (audiences?: readonly string[]) => void;
  /** Calls back after each commit, or only after those for one of these audiences; returns how to stop. */
  readonly onCommit: (listener: () => void, audiences?: readonly string[]) => () => void;
  /** Every audience that somebody listens for now. */
  readonly audiences: () => readonly string[];
};

export const createFeedWatch = (): FeedWatch => {
  const listenersByAudience = new Map<string, Set<() => void>>();
  const toAnything = new Set<() => void>();
  return {
    committed: (audiences) => {
      const concerned = audiences ? audiences.map((audience) => listenersByAudience.get(audience)) : [...listenersByAudience.values()];
      // Each one once, however many of its audiences were written for.
      for (const listener of new Set(concerned.flatMap((listeners) => [...(listeners ?? [])]).concat([...toAnything]))) listener();
    },
    onCommit: (listener, audiences) => {
      if (!audiences) {
        toAnything.add(listener);
        return () => toAnything.delete(listener);
      }
      for (const audience of audiences) listen(listenersByAudience, audience, listener);
      return () => audiences.forEach((audience) => stopListening(listenersByAudience, audience, listener));
    },
    audiences: () => [...listenersByAudience.keys()],
  };
};

type Listeners = Map<string, Set<() => void>>;

const listen = (listenersByAudience: Listeners, audience: string, listener: () => void): void => {
  const listeners = listenersByAudience.get(audience) ?? new Set();
  listenersByAudience.set(audience, listeners.add(listener));
};

const stopListening = (listenersByAudience: Listeners, audience: string, listener: () => void): void => {
  const listeners = listenersByAudience.get(audience);
  listeners?.delete(listener);
  if (listeners?.size === 0) listenersByAudience.delete(audience);
};
