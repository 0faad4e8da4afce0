/** A double-click is one tap: its second half comes before the screen can show what the first one did. */
const calmMs = 600;

/**
 * Runs the task, and not again while it runs or so soon after that nobody can have meant it twice. `restMs` is 0 where a
 * second tap finds nothing left to do.
 */
export const createOneTap = (task: () => Promise<unknown>, restMs = calmMs): (() => Promise<void>) => {
  let running = false;
  let endedAt = -Infinity;
  return async () => {
    if (running || performance.now() - endedAt < restMs) return;
    running = true;
    try {
      await task();
    } finally {
      running = false;
      endedAt = performance.now();
    }
  };
};
