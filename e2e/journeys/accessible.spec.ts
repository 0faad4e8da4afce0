/** Nothing in the way of anybody: every screen of the main job by WCAG 2.2 AA, in both themes, and on a phone. */
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openDesk } from '../support/desk.ts';
import { raiseTicket } from '../support/raise.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';

const screens = ['/', '/services', '/services/laptop', '/tickets', '/answers', '/sync', '/account', '/nowhere'];

const visitAll = async (page: Page, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    await page.goto(path);
    await expectNoViolations(page);
  }
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the employee's screens have no violation: full, wrong input, offline and held (${colorScheme})`, async ({ page, network, server }) => {
    test.setTimeout(180_000);
    const ticketId = await raiseTicket(server.address, 'ada');
    const articleId = 'vpn-connecting';
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/');
    await expectNoViolations(page);
    await signIn(page, 'ada');
    await untilOpensOffline(page);
    await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
    await visitAll(page, [...screens, `/tickets/${ticketId}`, `/answers/${articleId}`]);

    // A question, and the same one after a wrong answer.
    await page.goto('/services/laptop');
    await page.getByRole('button', { name: 'Begin' }).click();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText(/Please choose/)).toBeVisible();
    await expectNoViolations(page);

    await network.cut();
    await page.goto(`/tickets/${ticketId}`);
    await page.getByRole('textbox', { name: 'Write a reply' }).fill('written offline');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('link', { name: /1 waiting/ })).toBeVisible();
    await expectNoViolations(page);
    await visitAll(page, ['/', '/sync']);
  });

  test(`the analyst's screens have no violation (${colorScheme})`, async ({ page, server }) => {
    const desk = await openDesk(server.address);
    const [ticket] = await desk.tickets();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await signIn(page, 'gus', '/desk');
    await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
    await visitAll(page, ['/desk', `/desk/tickets/${ticket?.id}`]);
  });
}

test('on a phone nothing has a violation, and nothing is wider than the screen', async ({ page, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'ada');
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  for (const path of [...screens, `/tickets/${ticketId}`]) {
    await page.goto(path);
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
  }
});
