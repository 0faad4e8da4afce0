/** English in disguise, from right to left: the layout turns round, nothing is wider than the screen, no word was forgotten. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

/** Words that are plain on the screen, but for those that are data. */
const plainWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent?.checkVisibility() || parent.closest('script, style, noscript, option, time')) continue;
      if (/[A-Za-z]{3,}/.test(node.textContent ?? '')) found.push(node.textContent?.trim() ?? '');
    }
    return found;
  });

const data = /Northwind|Portico|Ada|ada@|Council|-portico|MB|kB|GB|Chrom|Linux/;

const signInByPlaces = async (page: Page, name = 'ada'): Promise<void> => {
  const [user, password] = [page.locator('input').nth(0), page.locator('input[type="password"]')];
  await user.fill(name);
  await password.fill(`${name}-portico`);
  await password.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
};

test('from right to left everything has its place, and nothing was left untranslated', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/?locale=ar-XB');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await plainWords(page)).filter((words) => !data.test(words))).toEqual([]);
  await signInByPlaces(page);
  for (const path of ['/sync', '/account', '/nowhere']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    expect(
      (await plainWords(page)).filter((words) => !data.test(words)),
      path,
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
  }
  for (const path of ['/', '/services', '/tickets', '/answers']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
  }
});

for (const [locale, dir] of [
  ['en', 'ltr'],
  ['ar-XB', 'rtl'],
] as const)
  test(`no page of the desk is wider than the smallest screen, written ${dir}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`/?locale=${locale}`);
    await expect(page.locator('html')).toHaveAttribute('dir', dir);
    await signInByPlaces(page, 'gus');
    for (const path of ['/desk', '/desk/chases', '/desk/chat']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('main .card').first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
    }
  });
