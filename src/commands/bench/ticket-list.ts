/** Ten thousand tickets inside the open portal: what it takes to open, narrow and search the list of them. */
import type { Page } from '@playwright/test';
import { narrowList, openList, searchList, watchList } from './list-watch.ts';
import { median } from './row.ts';

/** Milliseconds, by what was done. */
type Measured = Readonly<Record<string, number>>;

export const measureTicketList = async (page: Page): Promise<Measured> => {
  await page.reload();
  await watchList(page, '/tickets');
  const list = await openAgain(page, '/tickets');
  const search = await searchAll(page);
  const filters: number[] = [];
  for (const kind of ['call', 'request', 'call', 'request']) filters.push(await narrowList(page, 'Kind', kind));
  return { list, filter: median(filters), 'search as you type': search };
};

/** Two of each, so that each changes the list; in turns with all, which takes the longest to draw. */
const deskFilters = {
  Kind: ['call', 'request'],
  Status: ['in-progress', 'waiting-for-supplier'],
  'Which of them': ['chased', 'late'],
  Group: ['_mine', 'network'],
  Analyst: ['_none', 'hal'],
  Priority: ['high', 'low'],
  Place: ['Town hall, room 3', 'Town hall, room 12'],
} as const;

export const measureDeskList = async (page: Page): Promise<Measured> => {
  await page.reload();
  await watchList(page, '/desk');
  const measured: Record<string, number> = { list: await openAgain(page, '/desk'), 'search as you type': await searchAll(page) };
  for (const [label, values] of Object.entries(deskFilters)) {
    const times: number[] = [];
    for (const value of [...values, '', ...values, '']) times.push(await narrowList(page, label, value));
    measured[`by ${label.toLowerCase()}`] = median(times);
  }
  return measured;
};

const openAgain = async (page: Page, href: string): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.getByRole('link', { name: 'Home' }).first().click();
    await page.getByRole('search').or(page.getByRole('searchbox')).first().waitFor();
    times.push(await openList(page, href));
  }
  return median(times);
};

const searchAll = async (page: Page): Promise<number> => {
  // Each finds something else than the one before it: that is how the page shows that it has searched.
  const words = ['printer', 'printer 12', 'vpn', 'bike shed', 'mailbox', 'licence'];
  const times: number[] = [];
  for (const word of words) times.push(await searchList(page, word));
  await searchList(page, '');
  return median(times);
};
