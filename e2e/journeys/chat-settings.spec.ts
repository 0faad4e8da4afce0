/** An administrator sets up chat for a partition. Numbers are those of seed 000, "Chat Queue Setup". */
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { saves } from '../support/save.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, testAlone as test } from '../support/test.ts';

const chat = (page: Page): Locator => page.getByRole('region', { name: 'Chat', exact: true });
const listed = (page: Page): Locator => chat(page).locator('.chat-listed');

test('000.26, 000.27, 000.28, 000.29, 000.30, 000.31: chat is switched on with a template, and analysts are listed by three views; the people of the partition have it at once', async ({
  browser,
  network,
}) => {
  const [sam, cleo, ada] = await Promise.all(['sam', 'cleo', 'ada'].map(async () => (await browser.newContext({ baseURL: network.address })).newPage()));
  if (!sam || !cleo || !ada) throw new Error('three pages are needed');
  await signIn(cleo, 'cleo');
  await signIn(ada, 'ada');
  await expect(ada.getByRole('button', { name: /^Chat/ })).toBeVisible();
  await expect(cleo.getByRole('button', { name: /^Chat/ })).toHaveCount(0);
  await signIn(sam, 'sam', '/admin/settings/hospital');
  await chat(sam).getByRole('checkbox', { name: 'People can chat' }).check();
  await sam.getByLabel('Why is it changed?').fill('Wards asked for it');
  await sam.getByRole('button', { name: 'Save' }).click();
  // 000.27
  await expect(chat(sam).getByText('Choose a template: without one no call can be logged.')).toBeVisible();
  await expect(chat(sam).getByLabel('Template of the call')).toBeFocused();
  await chat(sam).getByLabel('Template of the call').selectOption('Chat');

  // 000.29: who has the permission is told apart from who has not.
  await expect(chat(sam).locator('label', { hasText: 'Gus Green' })).toContainText('Chat Analyst');
  // 000.28: one or several are added at once.
  await chat(sam)
    .getByRole('checkbox', { name: /Gus Green/ })
    .check();
  await chat(sam)
    .getByRole('checkbox', { name: /Hal Novak/ })
    .check();
  await chat(sam).getByRole('button', { name: 'Add' }).click();
  await expect(listed(sam)).toContainText('Gus Green');
  await expect(listed(sam)).toContainText('Hal Novak');
  // 000.30
  await chat(sam).getByRole('radio', { name: 'Groups', exact: true }).check();
  await chat(sam)
    .getByRole('checkbox', { name: /Network/ })
    .check();
  await chat(sam).getByRole('button', { name: 'Add' }).click();
  await expect(listed(sam)).toContainText('Network');
  // 000.31: an analyst of several groups stands under each, and either can be picked.
  await chat(sam).getByRole('radio', { name: 'Analysts by groups' }).check();
  await chat(sam).locator('summary', { hasText: 'First line' }).click();
  await chat(sam).locator('summary', { hasText: 'Network' }).click();
  await expect(chat(sam).getByRole('checkbox', { name: /Gus Green/ })).toHaveCount(2);
  // What stands under the head of the page is no smaller for that.
  await sam.evaluate(() => scrollTo(0, 0));
  await expectNoViolations(sam);
  await chat(sam).getByRole('button', { name: 'Remove Hal Novak' }).click();
  await saves(sam);
  await expect(sam.getByText('Chat: Chat analysts, by group: nobody → Network')).toBeVisible();
  await expect(cleo.getByRole('button', { name: /^Chat/ })).toBeVisible();

  await chat(sam).getByRole('checkbox', { name: 'People can chat' }).uncheck();
  await sam.getByLabel('Why is it changed?').fill('Not yet');
  await sam.getByRole('button', { name: 'Save' }).click();
  await expect(cleo.getByRole('button', { name: /^Chat/ })).toHaveCount(0);
  await expect(ada.getByRole('button', { name: /^Chat/ })).toBeVisible();
  await Promise.all([sam, cleo, ada].map((page) => page.context().close()));
});

test('hours are said in the partition’s own time, and a zone that nobody knows is told', async ({ page }) => {
  await signIn(page, 'sam', '/admin/settings/council');
  await chat(page).getByRole('checkbox', { name: 'Around the clock' }).uncheck();
  await chat(page).getByRole('checkbox', { name: 'Sat' }).check();
  await chat(page).getByLabel('From').fill('07:30');
  await chat(page).getByLabel('Time zone').fill('Nowhere/Atall');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(chat(page).getByText('Write the name of a time zone, such as Europe/London.')).toBeVisible();
  await chat(page).getByLabel('Time zone').fill('Europe/London');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Chat: When the desk is there: Around the clock → Mon, Tue, Wed, Thu, Fri, Sat 07:30–17:00 (Europe/London)')).toBeVisible();
});
