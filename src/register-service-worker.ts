/** The service worker: registered after the first paint, updated only when the person says so. */
import { offerUpdate } from './service-worker-update.ts';

const lookAgainMs = 3_600_000;

export const registerServiceWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const registration = await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
  offerWaiting(registration);
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => offerWaiting(registration));
  });
  // No network is no news: it looks again in an hour.
  setInterval(() => void registration.update().catch(() => undefined), lookAgainMs);
};

/** The very first version waits for nobody: it replaces none. */
const offerWaiting = ({ waiting }: ServiceWorkerRegistration): void => {
  if (waiting && navigator.serviceWorker.controller) offerUpdate(waiting);
};
