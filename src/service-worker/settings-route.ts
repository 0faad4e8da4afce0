/** `portico.json` and the manifest belong to the deployment: the network first, the last good copy without one. */
const paths = ['/portico.json', '/manifest.webmanifest'];
const cacheName = 'portico-settings';
const patienceMs = 3_000;

export const settingsFirstFromNetwork = async ({ request }: { readonly request: Request }): Promise<Response> => {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request, { cache: 'no-cache', signal: AbortSignal.timeout(patienceMs) });
    if (isGood(response)) await cache.put(request, response.clone());
    return isGood(response) ? response : ((await cache.match(request)) ?? response);
  } catch (fault) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw fault;
  }
};

export const isSettings = (path: string): boolean => paths.includes(path);

/** Asked for once by the worker itself, since the page asked before there was a worker. Without a network it is kept the next time. */
export const keepSettings = async (): Promise<void> => {
  await Promise.allSettled(paths.map((path) => settingsFirstFromNetwork({ request: new Request(path) })));
};

/** A captive portal answers everything with HTML: that must not replace a good copy. */
const isGood = (response: Response): boolean => response.ok && !response.redirected && (response.headers.get('Content-Type') ?? '').includes('json');
