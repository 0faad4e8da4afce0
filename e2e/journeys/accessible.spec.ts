/** Nothing in the way of anybody: every screen of the main job by WCAG 2.2 AA, in both themes. */
import { expectNoViolations } from '../support/axe.ts';
import { raiseTicket } from '../support/raise.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the employee's screens have no violation, ${colorScheme}`, async ({ page, server }) => {
    const ticketId = await raiseTicket(server.address, 'ada');
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/');
    await expectNoViolations(page);
    await signIn(page, 'ada');
    await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
    for (const path of ['/', '/services', '/services/laptop', '/tickets', `/tickets/${ticketId}`, '/answers', '/sync', '/account', '/nowhere']) {
      await page.goto(path);
      await expectNoViolations(page);
    }
  });
}
