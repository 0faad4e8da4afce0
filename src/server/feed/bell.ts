/** Wakes one who waits, and remembers that it rang while nobody waited: nothing that happens between two looks is missed. */
export type Bell = {
  readonly ring: () => void;
  /** Rings too, but not within a beat of the last waking: for what can wait while there is much of it. */
  readonly ringInTime: () => void;
  /** Resolves once it rang since the last time; many rings count as one. */
  readonly rung: () => Promise<void>;
  /** Nobody waits any more. */
  readonly silence: () => void;
};

export const createBell = (beatMs = 0): Bell => {
  let hasRung = false;
  let wake: () => void = () => undefined;
  let wokenAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const ring = (): void => {
    hasRung = true;
    wake();
  };
  return {
    ring,
    ringInTime: () => {
      const waitMs = wokenAt + beatMs - performance.now();
      if (waitMs <= 0) ring();
      else timer ??= setTimeout(ring, waitMs);
    },
    rung: async () => {
      if (!hasRung) await new Promise<void>((resolve) => (wake = resolve));
      hasRung = false;
      wokenAt = performance.now();
      silence();
    },
    silence,
  };
};
