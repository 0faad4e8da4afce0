/** A home page cold, from its address by way of the sign-in page to the tickets, and warm, when the browser has been there and is signed in. */
import type { Browser, BrowserContext, Page } from '@playwright/test';

export type Visit = {
  readonly bytes: number;
  readonly requests: number;
  readonly firstPaintMs: number;
  /** When the newest ticket is on the screen. */
  readonly readyMs: number;
};

export type Visits = { readonly cold: Visit; readonly warm: Visit };

/** What has come over the line so far. */
type Traffic = { readonly bytes: number; readonly requests: number };

export type Home = {
  readonly address: string;
  readonly traffic: () => Traffic;
  /** Fills in the sign-in page, and sends it. */
  readonly signIn: (page: Page) => Promise<void>;
  /** A ticket that is on the home page. */
  readonly ticket: string;
};

/** In a browser that has never been there. */
export const visitTwice = async (browser: Browser, home: Home): Promise<Visits> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(120_000);
  try {
    const { visit: cold, page } = await visit(context, home, home.address, home.signIn);
    const signedIn = page.url();
    await page.close();
    const { visit: warm } = await visit(context, home, signedIn, async () => undefined);
    return { cold, warm };
  } finally {
    await context.close();
  }
};

type Visited = { readonly visit: Visit; readonly page: Page };

const visit = async (context: BrowserContext, home: Home, address: string, enter: Home['signIn']): Promise<Visited> => {
  const page = await context.newPage();
  const before = home.traffic();
  const startedAt = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  const firstPaintMs = await firstPaint(page);
  await enter(page);
  await page.getByText(home.ticket).first().waitFor();
  // It may be laid out before the styles are there, and is not seen until then.
  await firstPaint(page);
  const readyMs = performance.now() - startedAt;
  await untilQuiet(home.traffic);
  const { bytes, requests } = home.traffic();
  return { visit: { bytes: bytes - before.bytes, requests: requests - before.requests, firstPaintMs, readyMs }, page };
};

const firstPaint = async (page: Page): Promise<number> => {
  const painted = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  return (await painted.jsonValue()) ?? Number.NaN;
};

/** What a page fetches when it is ready already belongs to the visit; asking for news every minute does not. */
const untilQuiet = async (traffic: Home['traffic']): Promise<void> => {
  let bytes: number;
  do {
    ({ bytes } = traffic());
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  } while (traffic().bytes !== bytes);
};
