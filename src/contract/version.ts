/** Version of the wire between a portal and the reference backend. A backend that has left this one behind answers 426. */
export const wireVersion = 1;

/** The most that one request carries; a device that is told "too large" halves its batch. */
export const batchLimits = { actions: 100, bytes: 256_000 } as const;

/** Bytes travel and are stored in pieces of at most this size. */
export const chunkBytes = 1_048_576;
