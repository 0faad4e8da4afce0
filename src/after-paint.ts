const latestMs = 200;

/**
 * Resolves once the browser says that something of the page has been painted (Paint Timing, first contentful paint): what
 * is taken away before that was never seen by anybody. A page that nobody looks at is not painted, and not waited for.
 */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName('first-contentful-paint').length > 0) end();
    });
    const end = (): void => {
      observer.disconnect();
      resolve();
    };
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(end, latestMs);
  });
