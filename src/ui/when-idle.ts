const latestMs = 3_000;

/** Runs it when the page has nothing better to do. Safari has no word for that: there it is a moment later. */
export const whenIdle = (task: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: latestMs });
  else setTimeout(task, 1_000);
};
