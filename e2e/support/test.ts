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

/** With a backend that no other test sees: where a test changes what holds for everybody. */
export const testAlone = test.extend<{ readonly own: Server }>({
  own: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  network: async ({ own }, use) => {
    const network = await startFaultProxy(own.address);
    await use(network);
    await network.close();
  },
});

/** The next try comes by itself, the later the longer the desk was out of reach. */
export const byNextTry = { timeout: 60_000 };

export { expect } from '@playwright/test';
