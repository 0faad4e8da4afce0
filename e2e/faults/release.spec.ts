/** A new version comes out while somebody works with the old one. */
import type { Page } from '@playwright/test';
import { routes } from '../../src/contract/routes.ts';
import { expectNoViolations } from '../support/axe.ts';
import { createGate, type FaultProxy } from '../support/fault-proxy.ts';
import { messagesAtTheDesk, raiseTicket, sendsReply } from '../support/raise.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import type { Server } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

const actions = { method: 'POST', path: /^\/api\/actions/ };

/** Ada is at her ticket when it comes out: the same service worker as far as it does anything, and another one to the browser. */
const aNewVersionComesOut = async (page: Page, network: FaultProxy, server: Server): Promise<string> => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await untilOpensOffline(page);
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
  const body = `${await (await fetch(`${server.address}/service-worker.js`)).text()}\n// the next version\n`;
  network.arm({ path: /^\/service-worker\.js/ }, { kind: 'status', status: 200, headers: { 'Content-Type': 'text/javascript' }, body }, 100);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect(page.getByText('A new version is ready')).toBeVisible();
  return ticketId;
};

/** Either may be sending when the person says so: the one that is not waits for its turn, and must not make the new version wait. */
const senders = {
  'the page': () => Promise.resolve(),
  'the service worker': (page: Page) => page.route(`**${routes.actions}`, (route) => route.abort(), { times: 1 }),
};

for (const [sender, makeItSend] of Object.entries(senders))
  test(`a new version takes over at once while ${sender} is sending: what was sent is at the desk once`, async ({ page, network, server }) => {
    const ticketId = await aNewVersionComesOut(page, network, server);
    const gate = createGate();
    network.arm(actions, { kind: 'hold-after', gate });
    await makeItSend(page);
    await sendsReply(page, 'sent by the old version');
    await gate.reached;
    // Well before the send that is held would be given up.
    const loadedAgain = page.waitForEvent('load', { timeout: 10_000 });
    await page.getByRole('button', { name: 'Update now' }).click();
    await loadedAgain;
    gate.open();
    await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
    await expect(page.getByText('sent by the old version')).toHaveCount(1);
    expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['sent by the old version']);
  });

test('a new version takes over in the middle of a sentence: what was typed stands there again', async ({ page, network, server }) => {
  await aNewVersionComesOut(page, network, server);
  const box = page.getByRole('textbox', { name: 'Write a reply' });
  await expectNoViolations(page);
  await box.pressSequentially('half a sentence');
  const loadedAgain = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Update now' }).click();
  await loadedAgain;
  await expect(box).toHaveValue('half a sentence');
  await expect(page.getByText('A new version is ready')).toHaveCount(0);
});

test('a part of the old version is gone from the server: the page is loaded again once, and goes on', async ({ page, network }) => {
  network.arm({ path: /^\/assets\/screens-.*\.js/ }, { kind: 'status', status: 404, body: 'gone' });
  // Without its cache, as on a first visit.
  network.arm({ path: /^\/service-worker\.js/ }, { kind: 'status', status: 404 }, 100);
  await signIn(page, 'ada');
  const services = page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Services' });
  await expect(async () => {
    // A click that falls into the moment of loading again goes with the old page: whoever made it clicks again.
    await services.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Services' })).toBeVisible({ timeout: 4_000 });
  }).toPass();
});

test('a part of the portal that cannot be loaded is said, with a way to try again', async ({ browser, network }) => {
  const context = await browser.newContext({ baseURL: network.address, serviceWorkers: 'block' });
  const page = await context.newPage();
  await signIn(page, 'ada');
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.route(/assets\/home-.*js$/, (route) => route.abort());
  await page.reload();
  // Once it loads the page again by itself; a part that is missing for good must not make a loop.
  await expect.poll(() => loads).toBe(2);
  await expect(page.getByRole('heading', { name: 'Something went wrong on this page' })).toBeVisible();
  expect(loads).toBe(2);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toBeVisible();
  await context.close();
});
