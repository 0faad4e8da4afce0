/** Tests with a Request Tracker of their own, the portal in front of it, and a network between that can be cut. */
import { test as base } from '@playwright/test';
import { join } from 'node:path';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts';
import { startServer, type Server } from '../support/server.ts';
import { startRequestTracker, type RequestTracker } from './request-tracker.ts';

type WorkerFixtures = { readonly tracker: RequestTracker; readonly front: Server };

export const test = base.extend<{ readonly network: FaultProxy }, WorkerFixtures>({
  tracker: [
    async ({}, use) => {
      const tracker = await startRequestTracker();
      await use(tracker);
      await tracker.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  front: [
    async ({ tracker }, use) => {
      const settings = { PORTICO_BACKEND_URL: tracker.address, PORTICO_CONFIG: join(import.meta.dirname, 'portico.json') };
      const front = await startServer(settings, 'src/server/front/main.ts');
      await use(front);
      await front.stop();
    },
    { scope: 'worker' },
  ],
  network: async ({ front }, use) => {
    const network = await startFaultProxy(front.address);
    await use(network);
    await network.close();
  },
  baseURL: ({ network }, use) => use(network.address),
});

export { expect } from '@playwright/test';
