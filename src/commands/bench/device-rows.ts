/** The device's side in a real browser: durable writes, sending, and ten thousand tickets. */
import type { Browser, Page } from '@playwright/test';
import { bundleForThePage, launchBrowser, signIn } from './bench-browser.ts';
import type { DeviceBench } from './on-the-device.ts';
import { laptopRequest, raiseTickets, startBackend, type RunningBackend } from './reference-backend.ts';
import { median, ms, perSecond, times, type Row } from './row.ts';
import { measureDeskList, measureTicketList } from './ticket-list.ts';

declare const porticoBench: DeviceBench;

const ada = { id: 'ada', name: 'Ada Lovell', email: 'ada@northwind.example', partitionId: 'council', roles: ['employee'] };
const gus = { id: 'gus', name: 'Gus Green', email: 'gus@northwind.example', partitionId: 'council', roles: ['employee', 'analyst'] };

export const measureDevice = async (): Promise<readonly Row[]> => {
  const backend = await startBackend();
  const browser = await launchBrowser();
  try {
    await raiseTickets(backend, 1);
    const own = await listRows(await signedIn(browser, backend, ada), ada, 'tickets', measureTicketList);
    const desk = await listRows(await signedIn(browser, backend, gus), gus, 'tickets of the desk', measureDeskList);
    // Beside an open portal, which hears of every ticket that is raised and draws it, the sender would be measured with it.
    const bare = await signedIn(browser, backend, ada);
    await bare.goto(`${backend.address}/healthz`);
    await withBench(bare);
    return [await performRow(bare), await sendRow(bare, backend), ...own, ...desk];
  } finally {
    await browser.close();
    await backend.stop();
  }
};

/** In a profile of their own. The bench's script is not the portal's: its policy would refuse it. */
const signedIn = async (browser: Browser, backend: RunningBackend, { id }: { readonly id: string }): Promise<Page> =>
  signIn(await browser.newContext({ bypassCSP: true }), backend.address, id);

const withBench = async (page: Page): Promise<void> => {
  await page.addScriptTag({ type: 'module', content: await bundleForThePage('src/commands/bench/on-the-device.ts') });
  await page.waitForFunction(() => typeof porticoBench === 'object');
};

const performRow = async (page: Page): Promise<Row> => {
  const { ours, raw } = await page.evaluate(() => porticoBench.performMs(300));
  const ratio = median(ours) / median(raw);
  return {
    what: 'durable perform, p50',
    measured: `${ms(median(ours))} = ${times(ratio)}`,
    budget: '≤ 1.3× raw strict',
    beside: `raw ${ms(median(raw))}; relaxed: RxDB 2.1×, TanStack 2.5×, PouchDB 2.7×`,
    isMet: ratio <= 1.3,
    isGate: false,
  };
};

const sendRow = async (page: Page, backend: RunningBackend): Promise<Row> => {
  const raising = await laptopRequest(backend);
  const { ours, raw } = await page.evaluate(([person, data]) => porticoBench.sendPerSecond(person as never, data as never, 1_000, 50), [ada, raising] as const);
  return {
    what: 'send 1,000 actions at 50 ms latency',
    measured: `${perSecond(ours)} = ${times(ours / raw)}`,
    budget: '≥ 1.5× serial batches',
    beside: `serial batches of 100 ${perSecond(raw)}; one by one 17/s, RxDB 1,090/s`,
    isMet: ours / raw >= 1.5,
    isGate: false,
  };
};

const listRows = async (page: Page, person: object, what: string, measure: typeof measureTicketList): Promise<readonly Row[]> => {
  await withBench(page);
  await page.evaluate((whose) => porticoBench.fillTickets('portico@here', whose as never, 10_000), person);
  const measured = await measure(page);
  await page.context().close();
  return Object.entries(measured).map(([how, took]) => ({
    what: `10,000 ${what}: ${how}`,
    measured: ms(took),
    budget: '< 100 ms',
    beside: 'to 50 of 100,000: RxDB 1,238 ms, PouchDB 1,345 ms',
    isMet: took < 100,
    isGate: false,
  }));
};
