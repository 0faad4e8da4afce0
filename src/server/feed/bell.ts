/** Wakes one who waits, and remembers that it rang while nobody waited: nothing that happens between two looks is missed. */
export type Bell = {
  readonly ring: () => void;
  /** Resolves once it rang since the last time; many rings count as one. */
  readonly rung: () => Promise<void>;
};

export const createBell = (): Bell => {
  let hasRung = false;
  let wake: () => void = () => undefined;
  return {
    ring: () => {
      hasRung = true;
      wake();
    },
    rung: async () => {
      if (!hasRung) await new Promise<void>((resolve) => (wake = resolve));
      hasRung = false;
    },
  };
};
