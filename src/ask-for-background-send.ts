/** Asks the browser to wake the service worker when there is a network, for what is still here when the last tab is gone. */
import { backgroundSendTag } from './sync/background-send-tag.ts';

/** Chromium's; elsewhere what waits is sent when the portal is opened again. */
type SyncManager = { readonly register: (tag: string) => Promise<void> };

export const askForBackgroundSend = async (): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  const sync = registration && 'sync' in registration ? (registration.sync as SyncManager) : undefined;
  // Refused where the person or the browser forbids background work: the open page sends all the same.
  await sync?.register(backgroundSendTag).catch(() => undefined);
};
