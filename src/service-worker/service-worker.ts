/** Makes the portal open without a network: the built site is kept, screens come from it, settings are asked for first. */
/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { backgroundSendTag } from '../sync/background-send-tag.ts';
import { sendInBackground } from './background-send.ts';
import { giveWay, untilGivenWay } from './give-way.ts';
import { isSettings, keepSettings, settingsFirstFromNetwork } from './settings-route.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly (string | { url: string; revision: string | null })[] };

/** Not in the browsers' own declarations: only Chromium has it. */
type SyncEvent = ExtendableEvent & { readonly tag: string };

precacheAndRoute([...self.__WB_MANIFEST]);
cleanupOutdatedCaches();

/** Screens are addresses of the one page; what the backend answers is none. */
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/(healthz|portico\.json|manifest\.webmanifest)$/] }));

registerRoute(({ url }) => url.origin === self.location.origin && isSettings(url.pathname), settingsFirstFromNetwork);

/**
 * The first visit was loaded without this worker: from here on it is served too, also when the network goes in the middle of
 * it. Its settings come first: a page that this worker serves opens without a network.
 */
self.addEventListener('activate', (event) => event.waitUntil(keepSettings().then(() => self.clients.claim())));

/** A new version takes over when the person says so, never under text that is being typed. */
self.addEventListener('message', ({ data }) => {
  const type = (data as { readonly type?: unknown } | null)?.type;
  if (type === 'GIVE_WAY') giveWay();
  if (type !== 'SKIP_WAITING') return;
  self.registration.active?.postMessage({ type: 'GIVE_WAY' });
  void self.skipWaiting();
});

self.addEventListener('sync', (event: Event) => {
  const syncEvent = event as SyncEvent;
  if (syncEvent.tag === backgroundSendTag) syncEvent.waitUntil(untilGivenWay(sendInBackground()));
});
