/** Full jitter: a crowd that lost the desk together does not come back together. */
const firstMs = 1_000;
const mostMs = 300_000;

/** How long to leave the backend alone after so many failures in a row; what it asked for is honoured up to five minutes. */
export const nextDelayMs = (failures: number, retryAfterMs: number | null, random: number): number => {
  const ceiling = Math.min(mostMs, firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 20));
  const jittered = Math.round(ceiling * random);
  return retryAfterMs === null ? jittered : Math.min(mostMs, Math.max(0, retryAfterMs)) + Math.min(jittered, firstMs);
};
