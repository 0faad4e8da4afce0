/** A double-click is one tap: its second half comes before the screen can show what the first one did. */
const calmMs = 600;

/** Runs the task, and not again while it runs or so soon after that nobody can have meant it twice. */
export const createOneTap = (task: () => Promise<unknown>): (() => Promise<void>) => {
  let running = false;
  let endedAt = -Infinity;
  return async () => {
    if (running || performance.now() - endedAt < calmMs) return;
    running = true;
    try {
      await task();
    } finally {
      running = false;
      endedAt = performance.now();
    }
  };
};
