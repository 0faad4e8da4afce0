/** The device's side in a real browser: durable writes, sending, and ten thousand tickets. */
import type { Page } from '@playwright/test';
import { bundleForThePage, launchBrowser, signInAda } from './bench-browser.ts';
import type { DeviceBench } from './on-the-device.ts';
import { laptopRequest, raiseTickets, startBackend, type RunningBackend } from './reference-backend.ts';
import { median, ms, perSecond, times, type Row } from './row.ts';
import { measureTicketList } from './ticket-list.ts';

declare const porticoBench: DeviceBench;

const ada = { id: 'ada', name: 'Ada Lovell', email: 'ada@northwind.example', partitionId: 'council', roles: ['employee'] };

export const measureDevice = async (): Promise<readonly Row[]> => {
  const backend = await startBackend();
  const browser = await launchBrowser();
  try {
    await raiseTickets(backend, 1);
    // The bench's script is not the portal's: its policy would refuse it.
    const context = await browser.newContext({ bypassCSP: true });
    const portal = await signInAda(context, backend.address);
    const tickets = await ticketRows(await withBench(portal));
    // Beside an open portal, which hears of every ticket that is raised and draws it, the sender would be measured with it.
    await portal.close();
    const bare = await context.newPage();
    await bare.goto(`${backend.address}/healthz`);
    await withBench(bare);
    return [await performRow(bare), await sendRow(bare, backend), ...tickets];
  } finally {
    await browser.close();
    await backend.stop();
  }
};

const withBench = async (page: Page): Promise<Page> => {
  await page.addScriptTag({ type: 'module', content: await bundleForThePage('src/commands/bench/on-the-device.ts') });
  await page.waitForFunction(() => typeof porticoBench === 'object');
  return page;
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

const ticketRows = async (page: Page): Promise<readonly Row[]> => {
  await page.evaluate((person) => porticoBench.fillTickets('portico@here', person as never, 10_000), ada);
  const measured = await measureTicketList(page);
  return Object.entries(measured).map(([what, took]) => ({
    what: `10,000 tickets: ${what}`,
    measured: ms(took),
    budget: '< 100 ms',
    beside: 'to 50 of 100,000: RxDB 1,238 ms, PouchDB 1,345 ms',
    isMet: took < 100,
    isGate: false,
  }));
};
