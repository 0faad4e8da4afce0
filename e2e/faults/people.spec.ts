/** Two people, one device: nobody sees, counts or sends what somebody else made. */
import { createGate } from '../support/fault-proxy.ts';
import { messagesAtTheDesk, raiseTicket, sendsReply } from '../support/raise.ts';
import { asksToSignOut, endSession, signIn, signsInAgain, untilOpensOffline } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';

test('Ada signs out without a network and keeps her work; Ben sees none of it; it goes out when Ada is back', async ({ page, network, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await untilOpensOffline(page);
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
  await network.cut();
  await sendsReply(page, 'only Ada may send this');
  await asksToSignOut(page);
  const dialog = page.getByRole('dialog', { name: 'There is unsent work on this device' });
  await expect(dialog.getByText('1 thing waits to be sent')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep and sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('only Ada may send this')).toHaveCount(0);

  await network.restore();
  await signIn(page, 'ben');
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  await expect(page.getByText('Ada')).toHaveCount(0);
  // Her session was ended before his began.
  const requests = network.seen({ path: /^\/api\/session/ }).map(({ method }) => method);
  expect(requests.lastIndexOf('DELETE')).toBeGreaterThan(-1);
  expect(requests.lastIndexOf('DELETE')).toBeLessThan(requests.lastIndexOf('POST'));
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual([]);

  await asksToSignOut(page);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  await expect(page.getByText('only Ada may send this')).toHaveCount(1);
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['only Ada may send this']);
});

test('signing out with a reply that is only begun asks first; kept, its words and its file are in the box again', async ({ page, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  const box = page.getByRole('textbox', { name: 'Write a reply' });
  await box.fill('half a thought');
  await page.getByLabel('Choose files').setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('a plan') });
  await expect(page.getByText('plan.txt', { exact: true })).toBeVisible();
  await asksToSignOut(page);
  const dialog = page.getByRole('dialog', { name: 'There is unsent work on this device' });
  await expect(dialog.getByText('1 reply is begun')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep and sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await expect(box).toHaveValue('half a thought');
  await expect(page.getByText('plan.txt', { exact: true })).toBeVisible();
});

test('signing out with nothing unsent leaves nothing of the person on the device', async ({ page }) => {
  await signIn(page, 'ada');
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  await asksToSignOut(page);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  // Registrations belong to the device: nobody who was signed in.
  const left = async (): Promise<readonly string[]> =>
    (await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))).filter((name) => !name.endsWith(':registrations'));
  await expect.poll(left).toEqual(['portico:device']);
});

test('Ada’s session ends and Ben signs in over her page: he is told whose page it is, and nothing of hers is sent under his name', async ({
  page,
  network,
  server,
}) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  const gate = createGate();
  network.arm({ method: 'POST', path: /^\/api\/actions/ }, { kind: 'hold-before', gate });
  await sendsReply(page, 'Ada’s words');
  await gate.reached;
  await endSession(page.context(), server.address);
  gate.open();
  await signsInAgain(page, 'ben');
  await expect(page.getByRole('dialog').getByText('sign in as Ada Lovell')).toBeVisible();
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual([]);
  await signsInAgain(page, 'ada');
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['Ada’s words']);
});
