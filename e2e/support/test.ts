/** Tests with a backend of their own and a network that can be cut. */
import { test as base } from '@playwright/test';
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { startServer, type Server } from './server.ts';

type Fixtures = { readonly network: FaultProxy };
type WorkerFixtures = { readonly server: Server };

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  network: async ({ server }, use) => {
    const network = await startFaultProxy(server.address);
    await use(network);
    await network.close();
  },
  baseURL: ({ network }, use) => use(network.address),
});

export { expect } from '@playwright/test';
