/** Failed sign-ins are limited, per name and per address: guessing gets slow, a typing error does not. */
export type AttemptLimit = {
  /** Seconds to wait before the next try under this key; 0 when it may be now. */
  readonly waitSeconds: (key: string) => number;
  readonly failed: (key: string) => void;
  readonly succeeded: (key: string) => void;
};

export const createAttemptLimit = (now: () => number, freeTries: number): AttemptLimit => {
  const failuresByKey = new Map<string, { count: number; lastAt: number }>();
  return {
    waitSeconds: (key) => {
      const known = failuresByKey.get(key);
      if (!known || known.count < freeTries) return 0;
      const pauseMs = Math.min(2 ** (known.count - freeTries) * 5_000, 15 * 60_000);
      return Math.max(0, Math.ceil((known.lastAt + pauseMs - now()) / 1000));
    },
    failed: (key) => {
      forgetOld(failuresByKey, now());
      failuresByKey.set(key, { count: (failuresByKey.get(key)?.count ?? 0) + 1, lastAt: now() });
    },
    succeeded: (key) => failuresByKey.delete(key),
  };
};

const forgetOld = (failures: Map<string, { lastAt: number }>, now: number): void => {
  for (const [key, { lastAt }] of failures) if (now - lastAt > 3_600_000) failures.delete(key);
};
