/** The service worker: registered after the first paint, updated only when the person says so. */
import { Workbox } from 'workbox-window';
import { createSignal } from 'solid-js';

const [updateReady, setUpdateReady] = createSignal(false);
/** A new version waits; `updateNow` lets it take over and loads the page again. */
export { updateReady };

let workbox: Workbox | null = null;
const lookAgainMs = 3_600_000;

export const registerServiceWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  workbox = new Workbox('/service-worker.js', { updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => setUpdateReady(true));
  await workbox.register();
  setInterval(() => void workbox?.update(), lookAgainMs);
};

export const updateNow = (): void => {
  workbox?.addEventListener('controlling', () => location.reload());
  workbox?.messageSkipWaiting();
};

export const dismissUpdate = (): void => {
  setUpdateReady(false);
};
