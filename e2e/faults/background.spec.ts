/** The page is gone. The browser wakes the service worker when there is a network again. */
import { messagesAtTheDesk, raiseTicket, sendsReply } from '../support/raise.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { backgroundSendTag } from '../../src/sync/background-send-tag.ts';

test('the tab is closed offline: what waited is sent without it', async ({ page, context, network, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await untilOpensOffline(page);
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
  await network.cut();
  await sendsReply(page, 'sent from the background');

  const elsewhere = await context.newPage();
  const developer = await context.newCDPSession(elsewhere);
  const registrations: { registrationId: string; scopeURL: string }[] = [];
  developer.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: news }) => registrations.push(...news));
  await developer.send('ServiceWorker.enable');
  await elsewhere.goto('about:blank');
  await page.close();
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual([]);

  await network.restore();
  // What the browser does when it sees a network. It sees none come and go between two processes of one machine.
  const ours = (): string | undefined => registrations.find(({ scopeURL }) => scopeURL.startsWith(network.address))?.registrationId;
  await expect.poll(ours).toBeDefined();
  await developer.send('ServiceWorker.dispatchSyncEvent', {
    origin: network.address,
    registrationId: ours() ?? '',
    tag: backgroundSendTag,
    lastChance: false,
  });
  await expect.poll(() => messagesAtTheDesk(server.address, ticketId)).toEqual(['sent from the background']);
});
