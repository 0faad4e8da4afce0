/** Ten thousand tickets inside the open portal, from the person's hand to the next picture on the screen. */
import type { Page } from '@playwright/test';
import { median } from './row.ts';

export const measureTicketList = async (page: Page): Promise<Readonly<Record<string, number>>> => {
  await page.reload();
  // The greeting stands before there is anything to press.
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  await page.evaluate(putWatch);
  // Once without the watch: the screen's chunk is loaded, and the database has been opened.
  await openList(page);
  const lists: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.getByRole('search').or(page.getByRole('searchbox')).first().waitFor();
    lists.push(await openList(page));
  }
  // Each finds something else than the one before it: that is how the page shows that it has searched.
  const words = ['printer', 'printer 12', 'vpn', 'bike shed', 'mailbox', 'licence'];
  const searches: number[] = [];
  for (const word of words) searches.push(await page.evaluate((text) => watch.search(text), word));
  await page.evaluate(() => watch.search(''));
  const filters: number[] = [];
  for (const kind of ['call', 'request', 'call', 'request']) filters.push(await page.evaluate((value) => watch.filter(value), kind));
  return { list: median(lists), filter: median(filters), 'search as you type': median(searches) };
};

const openList = (page: Page): Promise<number> => page.evaluate(() => watch.list());

type Watch = { readonly list: () => Promise<number>; readonly search: (text: string) => Promise<number>; readonly filter: (value: string) => Promise<number> };
declare const watch: Watch;

/** Runs in the page. A picture is on the screen after the frame that follows the one in which the list has changed. */
const putWatch = (): void => {
  const found = (): string => `${document.querySelector('.found')?.textContent} ${document.querySelector('main ul[aria-label] > li')?.textContent}`;
  const rows = (): number => document.querySelectorAll('main ul[aria-label] > li').length;
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const time = async (act: () => void, isDone: () => boolean): Promise<number> => {
    const startedAt = performance.now();
    act();
    while (!isDone()) {
      if (performance.now() - startedAt > 10_000) throw new Error(`the list of tickets did not change: ${found()}`);
      await frame();
    }
    await frame();
    return performance.now() - startedAt;
  };
  const change = (element: HTMLInputElement | HTMLSelectElement, value: string, event: string): Promise<number> => {
    const before = found();
    return time(
      () => {
        element.value = value;
        element.dispatchEvent(new Event(event, { bubbles: true }));
      },
      () => found() !== before,
    );
  };
  const list: Watch = {
    list: () =>
      time(
        () => document.querySelector<HTMLElement>('nav a[href="/tickets"]')?.click(),
        () => rows() >= 50,
      ),
    search: (text) => change(document.querySelector('main input[type=search]') as HTMLInputElement, text, 'input'),
    filter: (value) => change(document.querySelector('main select') as HTMLSelectElement, value, 'change'),
  };
  Object.assign(globalThis, { watch: list });
};
