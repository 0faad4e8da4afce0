/** Failed sign-ins are limited, per name and per address: guessing gets slow, a typing error does not. */
export type AttemptLimit = {
  /** Takes a try under this key, or says how many seconds to wait for the next one; 0 when it was taken. */
  readonly takeTry: (key: string) => number;
  /** The try was a good one: it does not count. */
  readonly giveBack: (key: string) => void;
  readonly forget: (key: string) => void;
};

/** A try counts from its beginning, so that a hundred at once are no way around. */
export const createAttemptLimit = (now: () => number, freeTries: number): AttemptLimit => {
  const triesByKey = new Map<string, { count: number; lastAt: number }>();
  return {
    takeTry: (key) => {
      forgetOld(triesByKey, now());
      const { count, lastAt } = triesByKey.get(key) ?? { count: 0, lastAt: 0 };
      const waitMs = count < freeTries ? 0 : lastAt + pauseMs(count - freeTries) - now();
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      triesByKey.set(key, { count: count + 1, lastAt: now() });
      return 0;
    },
    giveBack: (key) => {
      const known = triesByKey.get(key);
      if (known) triesByKey.set(key, { ...known, count: known.count - 1 });
    },
    forget: (key) => triesByKey.delete(key),
  };
};

/** 5 seconds, then twice as long each time, up to a quarter of an hour. */
const pauseMs = (failures: number): number => Math.min(2 ** failures * 5_000, 15 * 60_000);

const forgetOld = (tries: Map<string, { lastAt: number }>, now: number): void => {
  for (const [key, { lastAt }] of tries) if (now - lastAt > 3_600_000) tries.delete(key);
};
