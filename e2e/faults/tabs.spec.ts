/** Several tabs of one person: any of them takes something in, one sends, all show the same. */
import { messagesAtTheDesk, raiseTicket, sendsReply } from '../support/raise.ts';
import { signIn } from '../support/sign-in.ts';
import { byNextTry, expect, test } from '../support/test.ts';

test('two tabs write offline at once: both texts arrive, each once', async ({ page, context, network, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  const other = await context.newPage();
  await other.goto(`/tickets/${ticketId}`);
  await expect(other.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
  await network.cut();
  await sendsReply(page, 'from the first tab');
  await sendsReply(other, 'from the second tab');
  await expect(page.getByText('from the second tab')).toHaveCount(1);
  await network.restore();
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await expect(tab.getByRole('link', { name: /All sent/ })).toBeVisible(byNextTry);
    await expect(tab.getByText('from the first tab')).toHaveCount(1);
  }
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['from the first tab', 'from the second tab']);
});

test('eight tabs on one connection pool: the last one still loads and sends', async ({ page, context, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada');
  let last = page;
  for (let opened = 1; opened < 8; opened += 1) {
    last = await context.newPage();
    await last.goto(`/tickets/${ticketId}`);
    await expect(last.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
  }
  await sendsReply(last, 'from the eighth tab');
  await expect(last.getByRole('link', { name: /All sent/ })).toBeVisible();
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['from the eighth tab']);
});
