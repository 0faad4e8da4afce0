/** A new version of the portal: it waits until the person says so. */
import { createSignal } from 'solid-js';

const [updateReady, setUpdateReady] = createSignal(false);
/** A new version waits; `updateNow` lets it take over and loads the page again. */
export { updateReady };

let waiting: ServiceWorker | null = null;

export const offerUpdate = (worker: ServiceWorker): void => {
  waiting = worker;
  setUpdateReady(true);
};

export const updateNow = (): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage({ type: 'SKIP_WAITING' });
};

export const dismissUpdate = (): void => {
  setUpdateReady(false);
};
