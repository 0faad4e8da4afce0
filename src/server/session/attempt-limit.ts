import { ProblemError } from '../problem.ts';

/** Tries are limited, under a key such as a name or an address: guessing gets slow, a typing error does not. */
export type AttemptLimit = {
  /** Takes a try under this key, or says how many seconds to wait for the next one; 0 when it was taken. */
  readonly takeTry: (key: string) => number;
  /** The try was a good one, or was not made after all: it does not count. */
  readonly giveBack: (key: string) => void;
  readonly forget: (key: string) => void;
};

/** A failure is forgotten after this long: an office behind one address mistypes all day, and must not be kept out for it. */
const memoryMs = 3_600_000;

/** A try counts from its beginning, so that a hundred at once are no way around. */
export const createAttemptLimit = (now: () => number, freeTries: number): AttemptLimit => {
  /** When the tries were made that count, the latest last. */
  const triesByKey = new Map<string, readonly number[]>();
  return {
    takeTry: (key) => {
      forgetOld(triesByKey, now() - memoryMs);
      const tries = triesByKey.get(key) ?? [];
      const waitMs = tries.length < freeTries ? 0 : (tries.at(-1) ?? 0) + pauseMs(tries.length - freeTries) - now();
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      triesByKey.set(key, [...tries, now()]);
      return 0;
    },
    giveBack: (key) => triesByKey.set(key, triesByKey.get(key)?.slice(0, -1) ?? []),
    forget: (key) => triesByKey.delete(key),
  };
};

/** Takes a try, or says *slow down*. */
export const takeOrSlowDown = (limit: AttemptLimit, key: string): void => {
  const waitSeconds = limit.takeTry(key);
  if (waitSeconds > 0) throw new ProblemError('slow-down', '', waitSeconds);
};

/** 5 seconds, then twice as long each time, up to a quarter of an hour. */
const pauseMs = (failures: number): number => Math.min(2 ** failures * 5_000, 15 * 60_000);

const forgetOld = (triesByKey: Map<string, readonly number[]>, before: number): void => {
  for (const [key, tries] of triesByKey) {
    const counting = tries.filter((at) => at >= before);
    if (counting.length === 0) triesByKey.delete(key);
    else if (counting.length < tries.length) triesByKey.set(key, counting);
  }
};
