/** How soon a page is there: Lighthouse with a real session beside the floor, and a repeat visit without a network. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { launchWithProfile, signIn } from './bench-browser.ts';
import { buildFloor } from './floor/build-floor.ts';
import { runLighthouse, type Marks } from './lighthouse.ts';
import { startBackend } from './reference-backend.ts';
import { median, ms, times, type Row } from './row.ts';
import { freePort } from './server-process.ts';

const runs = 3;

export const measurePage = async (): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-bench-page-'));
  await buildFloor(join(folder, 'floor'));
  const [portal, floor, port] = [await startBackend(), await startBackend({ PORTICO_DIST: join(folder, 'floor') }), await freePort()];
  const context = await launchWithProfile(join(folder, 'profile'), port);
  try {
    const page = await signIn(context, portal.address, 'ada');
    const offline = await offlineRow(context, page);
    const bare = await runLighthouse(floor.address, port, runs, async () => undefined);
    // On another page of the portal's address, so that nothing of it is open while the database is emptied.
    const toHealth = async (): Promise<void> => void (await page.goto(`${portal.address}/healthz`));
    const filled = await runLighthouse(portal.address, port, runs, toHealth);
    const empty = await runLighthouse(portal.address, port, runs, async () => {
      await toHealth();
      await emptyCache(page);
    });
    return [offline, ...marksRows('filled database', filled, bare), ...marksRows('empty database', empty, bare)];
  } finally {
    await context.close();
    await Promise.all([portal.stop(), floor.stop()]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

const offlineRow = async (context: BrowserContext, page: Page): Promise<Row> => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await context.setOffline(true);
  const paints: number[] = [];
  for (let visit = 0; visit < 5; visit += 1) {
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN));
  }
  await context.setOffline(false);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const measured = median(paints);
  return {
    what: 'repeat visit offline, CPU 4x: first paint',
    measured: ms(measured),
    budget: '≤ 400 ms',
    beside: 'floor, November 2026: 292 ms',
    isMet: measured <= 400,
    isGate: false,
  };
};

const marksRows = (where: string, marks: Marks, floor: Marks): readonly Row[] => {
  const mark = (what: string, value: number, least: number, floorValue: number): Row => ({
    what: `Lighthouse, ${where}: ${what}`,
    measured: String(value),
    budget: least === 100 ? '100' : `≥ ${least}`,
    beside: `floor ${floorValue}`,
    isMet: value >= least,
    isGate: least === 100,
  });
  const ratio = marks.largestPaintMs / floor.largestPaintMs;
  return [
    mark('performance', marks.performance, 95, floor.performance),
    mark('accessibility', marks.accessibility, 100, floor.accessibility),
    mark('best practices', marks.bestPractices, 100, floor.bestPractices),
    {
      what: `largest paint, ${where}`,
      measured: `${ms(marks.largestPaintMs)} = ${times(ratio)}`,
      budget: '≤ 1.15× floor',
      beside: `floor ${ms(floor.largestPaintMs)}`,
      isMet: ratio <= 1.15,
      isGate: false,
    },
  ];
};

const emptyCache = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (!name?.endsWith(':cache')) continue;
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error ?? new Error(`${name} could not be deleted`));
      });
    }
  });
