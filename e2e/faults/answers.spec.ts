/** The network answers, but not what was asked. Nothing is dropped, nothing is believed. */
import { createGate, type Fault } from '../support/fault-proxy.ts';
import { messagesAtTheDesk, raiseTicket, sendsReply } from '../support/raise.ts';
import { endSession, signIn, signsInAgain } from '../support/sign-in.ts';
import { byNextTry, expect, test } from '../support/test.ts';

const actions = { method: 'POST', path: /^\/api\/actions/ };

const faults: readonly (readonly [string, Fault])[] = [
  ['half an answer', { kind: 'truncate', bytes: 40 }],
  ['the page of a captive portal', { kind: 'captive-portal' }],
  ['a server error', { kind: 'status', status: 500 }],
  ['a bad deploy that says 400 to everything', { kind: 'status', status: 400, body: 'Bad Request' }],
  ['a bad deploy that says 404 to everything', { kind: 'status', status: 404, body: '<h1>Not found</h1>' }],
  ['"too many requests"', { kind: 'status', status: 429, headers: { 'Retry-After': '1' } }],
  ['an answer that is lost after the desk has done it', { kind: 'drop-after' }],
  ['the same request delivered twice', { kind: 'duplicate' }],
];

for (const [name, fault] of faults) {
  test(`${name}: the reply is still there, and then at the desk once`, async ({ page, network, server }) => {
    const ticketId = await raiseTicket(server.address, 'ada');
    await signIn(page, 'ada', `/tickets/${ticketId}`);
    network.arm(actions, fault, 2);
    await sendsReply(page, 'sent into trouble');
    await expect(page.getByText('sent into trouble')).toHaveCount(1);
    // It comes again by itself: two tries fail, the third goes through.
    await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible(byNextTry);
    expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['sent into trouble']);
  });
}

test('the session ends while something is sent: signing in again over the page sends it, and the text on the page stays', async ({ page, network, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await sendsReply(page, 'said in time');
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  const gate = createGate();
  network.arm(actions, { kind: 'hold-before', gate });
  await sendsReply(page, 'said too late');
  await gate.reached;
  await endSession(page.context(), server.address);
  gate.open();
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
  await dialog.getByRole('button', { name: 'Go on without sending' }).click();
  await page.getByRole('textbox', { name: 'Write a reply' }).fill('half a sentence');
  const sentWhilePaused = network.seen(actions).length;
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await signsInAgain(page, 'ada', () => expect(network.seen(actions).length).toBe(sentWhilePaused));
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toHaveValue('half a sentence');
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['said in time', 'said too late']);
});
