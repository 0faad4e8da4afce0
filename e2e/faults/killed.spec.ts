/** The browser dies at the worst moments. What was sent is at the desk once, or still on the device; then at the desk once. */
import type { BrowserContext, Page } from '@playwright/test';
import { createProfile } from '../support/browser.ts';
import { createGate, type FaultProxy } from '../support/fault-proxy.ts';
import { messagesAtTheDesk, raiseTicket, sendsReply } from '../support/raise.ts';
import { signIn, signsInAgain } from '../support/sign-in.ts';
import type { Server } from '../support/server.ts';
import { byNextTry, expect, test } from '../support/test.ts';

const actions = { method: 'POST', path: /^\/api\/actions/ };
const changes = { method: 'GET', path: /^\/api\/changes/ };

/** Ada at her ticket, in a browser whose profile outlives it. */
const begins = async (server: Server, network: FaultProxy) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  const profile = createProfile(network.address);
  const first = await profile.open();
  const page = await first.newPage();
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
  return { ticketId, profile, first, page };
};

/** Opens the ticket again. A browser that is killed may lose its newest cookie; this one always does, and the person signs in again. */
const opens = async (browser: BrowserContext, ticketId: string): Promise<Page> => {
  await browser.clearCookies();
  const page = await browser.newPage();
  await page.goto(`/tickets/${ticketId}`);
  await signsInAgain(page, 'ada');
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible(byNextTry);
  return page;
};

test('killed right after the tap, before anything left: it is there again and arrives once', async ({ network, server }) => {
  const { ticketId, profile, first, page } = await begins(server, network);
  await network.cut();
  await sendsReply(page, 'said before the crash');
  await profile.kill(first);
  await network.restore();
  const second = await profile.open();
  await opens(second, ticketId);
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['said before the crash']);
  await second.close();
  profile.remove();
});

test('killed while the request is on its way: it arrives once', async ({ network, server }) => {
  const { ticketId, profile, first, page } = await begins(server, network);
  const gate = createGate();
  network.arm(actions, { kind: 'hold-before', gate });
  await sendsReply(page, 'on its way');
  await gate.reached;
  await profile.kill(first);
  gate.open();
  const second = await profile.open();
  await opens(second, ticketId);
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['on its way']);
  await second.close();
  profile.remove();
});

test('killed between the desk’s commit and its answer: the same thing is asked again and done once', async ({ network, server }) => {
  const { ticketId, profile, first, page } = await begins(server, network);
  const gate = createGate();
  network.arm(actions, { kind: 'hold-after', gate });
  await sendsReply(page, 'done but not told');
  await gate.reached;
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['done but not told']);
  await profile.kill(first);
  gate.open();
  const second = await profile.open();
  const again = await opens(second, ticketId);
  expect(network.seen(actions).length).toBeGreaterThan(1);
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['done but not told']);
  await expect(again.getByText('done but not told')).toHaveCount(1);
  await second.close();
  profile.remove();
});

test('killed between the answer and letting go of it: shown once, sent once', async ({ network, server }) => {
  const { ticketId, profile, first, page } = await begins(server, network);
  // The receipt arrives, what the desk now holds does not: neither by the stream nor by asking.
  network.arm(changes, { kind: 'drop-before' }, 1_000);
  await network.cut();
  await network.restore();
  await sendsReply(page, 'told but not seen');
  await expect.poll(() => messagesAtTheDesk(server.address, ticketId)).toEqual(['told but not seen']);
  await profile.kill(first);
  network.disarm();
  const second = await profile.open();
  const again = await opens(second, ticketId);
  await expect(again.getByText('told but not seen')).toHaveCount(1);
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['told but not seen']);
  await second.close();
  profile.remove();
});
