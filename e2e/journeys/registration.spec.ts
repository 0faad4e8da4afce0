/** Somebody without an account: asks for one in a dead spot, is approved by the desk, finds a letter, and is in. */
import type { Locator, Page } from '@playwright/test';
import { v7 } from 'uuid';
import { doorRoutes } from '../../src/contract/routes.ts';
import { expectNoViolations } from '../support/axe.ts';
import type { FaultProxy } from '../support/fault-proxy.ts';
import { letterTo, linkIn } from '../support/letters.ts';
import { comes, signIn, untilOpensOffline } from '../support/sign-in.ts';
import { byNextTry, expect, test } from '../support/test.ts';

const phone = { width: 390, height: 844 };

const question = async (page: Page, words: string): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
};

/** Tab after Tab until it has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < 30; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${String(target)}`);
};

/** Through all the questions, by keyboard alone. */
const answersEverything = async (page: Page, name: string, email: string, look: () => Promise<void> = async () => undefined): Promise<void> => {
  const types = async (words: string, text: string): Promise<void> => {
    await question(page, words);
    await tabTo(page, page.getByRole('textbox', { name: words }));
    await page.keyboard.type(text);
    await look();
  };
  await types('What is your name?', name);
  await page.keyboard.press('Enter');
  await types('What is your e\u2011mail address?', email);
  await page.keyboard.press('Enter');
  await question(page, 'Where do you belong?');
  await tabTo(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  await look();
  await page.keyboard.press('Enter');
  await question(page, 'Is there a telephone number for you?');
  await tabTo(page, page.getByRole('button', { name: 'Go on without one' }));
  await page.keyboard.press('Enter');
  await types('What do you need the account for?', 'I start on Monday.');
  await tabTo(page, page.getByRole('button', { name: 'Go on' }));
  await page.keyboard.press('Enter');
  await question(page, 'Check your answers');
  await look();
};

const sends = async (page: Page): Promise<void> => {
  await tabTo(page, page.getByRole('button', { name: 'Ask for an account' }));
  await page.keyboard.press('Enter');
};

/** From another device, past the browser. */
const registers = async (address: string, details: Readonly<Record<'name' | 'email' | 'partitionId' | 'phone' | 'reason', string>>): Promise<void> => {
  const subject = { kind: 'registration', id: v7() };
  const action = { v: 1, id: v7(), kind: 'register', subject, at: Date.now(), data: { ...details, secretHash: '0'.repeat(64) } };
  const answer = await fetch(`${address}${doorRoutes.registrations}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ action }),
  });
  expect(await answer.json()).toMatchObject({ answer: { outcome: 'applied' } });
};

const standing = (page: Page, words: string): Locator => page.getByRole('listitem').getByText(words, { exact: true });

/** On a phone on which the portal has been opened once, and which has no network now. */
const asksWithoutNetwork = async (page: Page, network: FaultProxy): Promise<void> => {
  const ask = page.getByRole('link', { name: 'Ask for an account' });
  await page.setViewportSize(phone);
  await page.goto('/');
  await untilOpensOffline(page);
  await expect(ask).toBeVisible();
  await network.cut();
  await ask.click();
};

test('Zoë registers on her phone without a network, the desk approves, and the letter lets her in', async ({ page, browser, server, network }) => {
  await asksWithoutNetwork(page, network);
  await answersEverything(page, 'Zoë Quill', 'zoe@example.org', () => expectNoViolations(page));
  await sends(page);
  await expect(standing(page, 'Waiting to send')).toBeVisible();
  await expectNoViolations(page);
  // A later visit finds it, still without a network.
  await page.goto('/');
  await expect(standing(page, 'Waiting to send')).toBeVisible();
  await expectNoViolations(page);

  await network.restore();
  await page.getByRole('link', { name: 'See how it stands' }).click();
  // Nobody has to press anything: the next try comes by itself.
  await expect(standing(page, 'The desk is looking at it')).toBeVisible(byNextTry);

  const desk = await comes(browser, server.address, 'gus', '/desk');
  await desk.getByRole('link', { name: /Asks for an account: Zoë Quill/ }).click();
  await expect(desk.getByText('zoe@example.org')).toBeVisible();
  await expect(desk.getByText('I start on Monday.')).toBeVisible();
  await expectNoViolations(desk);
  // Nobody could read a reply yet.
  await expect(desk.getByText(/^Zoë Quill has no account and reads nothing here/)).toBeVisible();
  await expect(desk.getByRole('radio')).toHaveCount(0);
  await expect(desk.getByText(/Zoë Quill sees/)).toHaveCount(0);
  await expect(desk.getByRole('button', { name: 'Add note' })).toBeVisible();
  // What was typed is there again, also for whoever left and opened the page anew.
  await desk.getByLabel('A word with it').fill('Welcome to the council!');
  await desk.getByRole('link', { name: 'All tickets' }).click();
  await desk.getByRole('link', { name: /Asks for an account: Zoë Quill/ }).click();
  await expect(desk.getByLabel('A word with it')).toHaveValue('Welcome to the council!');
  await desk.reload();
  await expect(desk.getByLabel('A word with it')).toHaveValue('Welcome to the council!');
  await desk.getByRole('button', { name: 'Approve' }).click();
  await expect(desk.getByText(/^Approved by Gus Green/)).toBeVisible();
  await expect(desk.getByText(/approved the registration\. Welcome to the council!/)).toBeVisible();
  await expectNoViolations(desk);
  await desk.getByRole('radio', { name: 'Reply to Zoë Quill' }).check();
  await desk.getByLabel('Write a reply').fill('Your laptop is on its way.');
  await desk.getByRole('button', { name: 'Send' }).click();
  await expect(desk.getByText('Your laptop is on its way.')).toBeVisible();
  await expect(desk.getByRole('link', { name: /All sent/ })).toBeVisible();
  await desk.context().close();

  await page.reload();
  await expect(standing(page, 'Approved')).toBeVisible();
  await expectNoViolations(page);
  const letter = await letterTo(server, 'zoe@example.org', /account at Northwind Service Desk is ready/);
  expect(letter).toContain('Welcome to the council!');
  await page.goto(linkIn(letter));
  await expect(page.getByText('You sign in with the user name zoe@example.org.')).toBeVisible();
  await page.getByLabel('New password').fill('three green umbrellas');
  await page.getByRole('button', { name: 'Set it and sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Zoë/ })).toBeVisible();
  await page.goto('/tickets?show=closed');
  await page.getByRole('link', { name: /Asks for an account/ }).click();
  await expect(page.getByText('Your laptop is on its way.')).toBeVisible();
});

test('what waits on a device that others use can be taken off it, put back, and taken off for good: then the desk never hears of it', async ({
  page,
  browser,
  server,
  network,
}) => {
  await asksWithoutNetwork(page, network);
  await answersEverything(page, 'Ugo Vale', 'ugo@example.org');
  await sends(page);
  const takesOff = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Take it off this device' }).click();
    await expect(page.getByText(/^It is off this device, and is not sent any more/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Put it back' })).toBeFocused();
  };
  await takesOff();
  await expectNoViolations(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').getByRole('heading', { name: 'Ugo Vale' })).toBeVisible();
  await expect(standing(page, 'Waiting to send')).toBeVisible();
  await takesOff();
  await page.goto('/register');
  await question(page, 'What is your name?');
  await expect(page.getByRole('textbox')).toHaveValue('');

  await network.restore();
  // What is asked for next goes out after it would have.
  await answersEverything(page, 'Una Vale', 'una@example.org');
  await sends(page);
  await expect(standing(page, 'The desk is looking at it')).toBeVisible(byNextTry);
  const sam = await comes(browser, server.address, 'sam', '/admin/portal');
  await expect(sam.getByRole('heading', { name: 'Una Vale' })).toBeVisible();
  await expect(sam.getByRole('heading', { name: 'Ugo Vale' })).toHaveCount(0);
  await sam.context().close();
});

test('who asks again and says it otherwise is heard by whoever decides, and whoever decides too late still sees their words', async ({
  page,
  browser,
  server,
  network,
}) => {
  const asks = { name: 'Yara Quist', email: 'yara@example.org', partitionId: 'council', phone: '+45 12 34 56 78', reason: 'To order a phone.' };
  await registers(server.address, asks);
  await signIn(page, 'gus', '/desk');
  await page.getByRole('link', { name: /Asks for an account: Yara Quist/ }).click();
  await expect(page.getByText('+45 12 34 56 78')).toBeVisible();
  await registers(server.address, { ...asks, phone: '+45 87 65 43 21', partitionId: 'hospital' });
  const card = page.getByRole('region', { name: 'Registration' });
  await expect(card.getByText(/^Asked again/)).toBeVisible();
  await expect(card.getByText('+45 87 65 43 21')).toBeVisible();
  await expect(card.getByText('Hospital Trust')).toBeVisible();
  await expect(card.getByText('Approving makes the account as it was asked for first.', { exact: false })).toBeVisible();
  await expect(page.getByText(/Asked again, and says now/)).toBeVisible();
  await expectNoViolations(page);

  await network.cut();
  await page.getByLabel('A word with it').fill('Welcome, Yara.');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(card.getByText(/^Approved here/)).toBeVisible();
  const sam = await comes(browser, server.address, 'sam', '/admin/portal');
  const yara = sam.getByRole('listitem').filter({ has: sam.getByRole('heading', { name: 'Yara Quist' }) });
  await expect(yara.getByText(/^Asked again/)).toBeVisible();
  await expectNoViolations(sam);
  await yara.getByRole('button', { name: 'Decline' }).click();
  await sam.getByText('Those that are decided').click();
  await expect(yara.getByText(/^Declined by Sam Ortega/)).toBeVisible();
  await sam.context().close();

  await network.restore();
  await expect(card.getByText(/You wanted to approve it/)).toBeVisible(byNextTry);
  await expect(card.getByText('Welcome, Yara.')).toBeVisible();
  await expect(card.getByText(/^Declined by Sam Ortega/)).toBeVisible();
  await expectNoViolations(page);
  await card.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(card.getByText('Welcome, Yara.')).toHaveCount(0);
  await expect(card.getByText(/^Declined by Sam Ortega/)).toBeVisible();
});

test('who registers at the hospital is seen by its desk', async ({ page, server }) => {
  await registers(server.address, { name: 'Hana Ito', email: 'hana@example.org', partitionId: 'hospital', phone: '', reason: 'I am a new nurse.' });
  await signIn(page, 'ines', '/desk');
  await page.getByRole('link', { name: /Asks for an account: Hana Ito/ }).click();
  await expect(page.getByText('I am a new nurse.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
});

test('somebody is declined, and somebody who has an account is told so by letter alone', async ({ page, browser, server }) => {
  await page.goto('/register');
  await answersEverything(page, 'Yan Ode', 'yan@example.org');
  await sends(page);
  await expect(standing(page, 'The desk is looking at it')).toBeVisible();
  await page.getByRole('button', { name: 'Ask for another account' }).click();
  await answersEverything(page, 'Ada Lovell', 'ada@northwind.example');
  await sends(page);
  await expect(standing(page, 'The desk is looking at it')).toHaveCount(2);
  await letterTo(server, 'ada@northwind.example', /You have an account/);

  const sam = await comes(browser, server.address, 'sam', '/admin/portal');
  const yan = sam.getByRole('listitem').filter({ has: sam.getByRole('heading', { name: 'Yan Ode' }) });
  await expect(yan).toBeVisible();
  await expect(sam.getByRole('heading', { name: 'Ada Lovell' })).toHaveCount(0);
  await expectNoViolations(sam);
  await yan.getByLabel('A word with it').fill('We do not know you.');
  await yan.getByRole('button', { name: 'Decline' }).click();
  await sam.getByText('Those that are decided').click();
  await expect(yan.getByText(/^Declined by Sam Ortega/)).toBeVisible();
  await sam.context().close();
  expect(await letterTo(server, 'yan@example.org', /Your registration/)).toContain('We do not know you.');
  await page.reload();
  await expect(standing(page, 'Declined')).toBeVisible();
  await expect(standing(page, 'The desk is looking at it')).toHaveCount(1);
});
