/** Request Tracker's own self-service pages, and the portal in front of the same Request Tracker, over the same slow line. */
import type { Page } from '@playwright/test';
import { prepareRequestTracker } from '../test/prepare.ts';
import { launchBrowser } from './bench-browser.ts';
import { startCompressingProxy } from './compressing-proxy.ts';
import { visitTwice, type Home, type Visit, type Visits } from './home-visits.ts';
import { newestSubject, startBothHomes } from './request-tracker.ts';
import { kilobytes, median, ms, times, type Row } from './row.ts';
import { startSlowLine, type Line } from './slow-line.ts';

const runs = 3;
/** 400 kbit/s. */
const slow: Line = { bytesPerSecond: 50_000, latencyMs: 400 };
const atFullSpeed: Line = { bytesPerSecond: Number.POSITIVE_INFINITY, latencyMs: 0 };

export const measureRequestTracker = async (): Promise<readonly Row[]> => {
  if (!(await prepareRequestTracker())) return [leftOut];
  const browser = await launchBrowser();
  const { tracker, portal } = await startBothHomes();
  const visit = (home: OpenHome): Promise<Visits> => visitTwice(browser, home).finally(home.close);
  const openTracker = (line: Line): Promise<OpenHome> => openHome(tracker.address, line, signInToTracker);
  const openPortal = (line: Line): Promise<OpenHome> => openHome(portal.address, line, signInToPortal);
  try {
    // Each of Request Tracker's three workers compiles a page when it is first asked for it.
    for (const open of [openTracker, openTracker, openTracker, openPortal]) await visit(await open(atFullSpeed));
    const [ours, theirs]: [Visits[], Visits[]] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      theirs.push(await visit(await openTracker(slow)));
      ours.push(await visit(await openPortal(slow)));
    }
    return (['cold', 'warm'] as const).flatMap((which) =>
      visitRows(
        which,
        ours.map((visits) => visits[which]),
        theirs.map((visits) => visits[which]),
      ),
    );
  } finally {
    await browser.close();
    await portal.stop();
    await tracker.stop();
  }
};

const leftOut: Row = {
  what: 'beside Request Tracker',
  measured: 'left out: it is installed from Debian’s packages, as root, or found there',
  budget: '',
  beside: '',
  isMet: null,
  isGate: false,
};

type OpenHome = Home & { readonly close: () => void };

/** Behind a line of its own, which is a new address: nothing is left of the visits before. */
const openHome = async (server: string, speed: Line, signIn: Home['signIn']): Promise<OpenHome> => {
  const proxy = await startCompressingProxy(server);
  const line = await startSlowLine(proxy.address, speed);
  return {
    address: line.address,
    traffic: () => ({ bytes: line.bytes(), requests: proxy.requests() }),
    signIn,
    ticket: newestSubject,
    close: () => {
      line.close();
      proxy.close();
    },
  };
};

const signInToTracker = async (page: Page): Promise<void> => {
  await page.locator('input[name=user]').fill('ada');
  await page.locator('input[name=pass]').fill('ada-portico');
  await page.locator('[type=submit]').click();
};

const signInToPortal = async (page: Page): Promise<void> => {
  await page.getByLabel('User name').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill('ada-portico');
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const visitRows = (when: string, ours: readonly Visit[], theirs: readonly Visit[]): readonly Row[] => {
  const told = (what: string, part: keyof Visit, say: (value: number) => string): Row => ({ ...judged(what, part, say), budget: '', isMet: null });
  const judged = (what: string, part: keyof Visit, say: (value: number) => string): Row => {
    const middle = (visits: readonly Visit[]): number => median(visits.map((visit) => visit[part]));
    const ratio = middle(ours) / middle(theirs);
    return {
      what: `400 kbit/s, 400 ms, ${when}: ${what}`,
      measured: `${say(middle(ours))} = ${times(ratio)}`,
      budget: '≤ 1× rival',
      beside: `Request Tracker’s own pages ${say(middle(theirs))}`,
      isMet: ratio <= 1,
      isGate: false,
    };
  };
  return [
    told('bytes', 'bytes', kilobytes),
    told('requests', 'requests', String),
    judged('first paint', 'firstPaintMs', ms),
    judged('tickets are there', 'readyMs', ms),
  ];
};
