import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/support/browser.ts';

export default defineConfig({
  testDir: 'e2e',
  // Some stories take too long for every change: `npm run test:long` tells them too.
  testMatch: process.env['PORTICO_LONG'] === '1' ? '**/*.spec.ts' : /^(?!.*\.long\.spec\.ts$).*\.spec\.ts$/,
  // Those that need a Request Tracker are run by themselves: `npm run test:rt`.
  ...(process.env['PORTICO_RT'] === '1' ? { testDir: 'e2e/request-tracker' } : { testIgnore: '**/request-tracker/**' }),
  outputDir: 'test-results/browser',
  globalSetup: './e2e/support/build-if-stale.ts',
  // One Request Tracker is enough of a load for a small machine.
  workers: process.env['PORTICO_RT'] === '1' ? 1 : 2,
  // Each test is a story of its own: a long file does not leave the other worker idle at the end.
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    launchOptions: launchOptions(),
    // Recording costs a third of the time: `PORTICO_TRACE=1` asks for it when a failure has to be looked into.
    trace: process.env['PORTICO_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    viewport: { width: 1280, height: 800 },
  },
});
