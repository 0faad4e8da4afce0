/** People double-click everything. What is done with one tap is done once. */
import { openDesk } from '../support/desk.ts';
import { raiseTicket } from '../support/raise.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';

test('a double-click on Begin begins one draft, and one on Chase it chases once', async ({ page, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', '/services/something-else');
  await page.getByRole('button', { name: 'Begin' }).dblclick();
  await page.getByRole('textbox').first().waitFor();
  await page.goto('/services/something-else');
  await expect(page.getByText(/Carry on/)).toHaveCount(1);

  await page.goto(`/tickets/${ticketId}`);
  await page.getByRole('button', { name: 'Chase it' }).dblclick();
  const chases = async (): Promise<number> => (await (await openDesk(server.address)).entries(ticketId)).filter(({ body }) => body.kind === 'chase').length;
  await expect.poll(chases).toBe(1);
  // A second one would have been refused, and would be held here.
  await page.goto('/sync');
  await expect(page.getByRole('heading', { level: 1, name: 'Everything is with the desk' })).toBeVisible();
  expect(await chases()).toBe(1);
});
