/** Two people at the two ends of a ticket, each in a browser of their own. */
import { openDesk } from '../support/desk.ts';
import { signIn } from '../support/sign-in.ts';
import { byNextTry, expect, test } from '../support/test.ts';

test('the analyst answers and the employee sees it without loading the page again', async ({ browser, network, server }) => {
  const desk = await openDesk(server.address);
  const ticket = (await desk.tickets()).find(({ requester, statuses }) => requester.id === 'ada' && statuses.at(-1)?.status === 'in-progress');
  const [ada, gus] = await Promise.all(['ada', 'gus'].map(async () => (await browser.newContext({ baseURL: network.address })).newPage()));
  if (!ada || !gus || !ticket) throw new Error('two pages and a ticket in progress are needed');

  await signIn(ada, 'ada', `/tickets/${ticket.id}`);
  await expect(ada.getByRole('heading', { level: 1, name: ticket.title })).toBeVisible();
  await signIn(gus, 'gus', `/desk/tickets/${ticket.id}`);
  await expect(gus.getByRole('heading', { level: 1, name: ticket.title })).toBeVisible();

  await gus.getByRole('radio', { name: 'Internal note' }).check();
  await gus.getByRole('textbox', { name: 'Only the desk sees this.' }).fill('Ask the supplier on Monday.');
  await gus.getByRole('button', { name: 'Add note' }).click();
  await expect(gus.getByText('Ask the supplier on Monday.')).toBeVisible();
  await gus.getByRole('radio', { name: `Reply to ${ticket.requester.name}` }).check();
  await gus.getByRole('textbox', { name: 'Write a reply' }).fill('A new part is ordered.');
  await gus.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(ada.getByText('A new part is ordered.')).toBeVisible();
  await expect(ada.getByText('Ask the supplier on Monday.')).toHaveCount(0);
  await Promise.all([ada, gus].map((page) => page.context().close()));
});

test('the person says without a network that it is solved, and opens it again: the desk hears of both, in order', async ({ page, network, server }) => {
  const desk = await openDesk(server.address);
  const ticket = (await desk.tickets()).find(({ requester, statuses }) => requester.id === 'ada' && statuses.at(-1)?.status === 'in-progress');
  if (!ticket) throw new Error('a ticket in progress is needed');
  await signIn(page, 'ada', `/tickets/${ticket.id}`);
  await expect(page.getByRole('button', { name: 'This is solved' })).toBeVisible();
  await network.cut();
  await page.getByRole('button', { name: 'This is solved' }).press('Enter');
  await expect(page.getByText('You said that it is solved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open it again' })).toBeFocused();
  // So soon after the first tap it could be the second half of a double-click, and is not taken.
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByText('You opened it again.')).toBeVisible({ timeout: 500 });
  }).toPass();
  await network.restore();
  await expect
    .poll(async () => (await desk.tickets()).find(({ id }) => id === ticket.id)?.statuses.slice(ticket.statuses.length), byNextTry)
    .toMatchObject([{ status: 'resolved' }, { status: 'in-progress' }]);
});
