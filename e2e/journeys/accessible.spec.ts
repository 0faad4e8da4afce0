/** Nothing in the way of anybody: every screen in each of its states by WCAG 2.2 AA, in both themes, and on a phone. */
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openDesk } from '../support/desk.ts';
import { createGate } from '../support/fault-proxy.ts';
import { performsElsewhere, raiseTicket, sendsReply } from '../support/raise.ts';
import { asksToSignOut, endSession, type SamplePerson, signIn, untilOpensOffline } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { chooses, expectQuestion, picksDay, types } from '../support/wizard.ts';

test.describe.configure({ timeout: 180_000 });

const changes = { method: 'GET', path: /^\/api\/changes/ };
const article = '/answers/vpn-connecting';
const lists = ['/', '/services', '/tickets', '/answers'];

const visitAll = async (page: Page, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    await page.goto(path);
    await expectNoViolations(page);
  }
};

const expectQuestionWithoutViolation = async (page: Page, question: string): Promise<void> => {
  await expectQuestion(page, question);
  await expectNoViolations(page);
};

const signedIn = async (page: Page, person: SamplePerson, path = '/'): Promise<void> => {
  await signIn(page, person, path);
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
};

test('the first visit has no violation, while the desk is being read and when it cannot be', async ({ page, network }) => {
  const gate = createGate();
  network.arm(changes, { kind: 'hold-before', gate }, 1_000);
  await signIn(page, 'ada');
  await untilOpensOffline(page);
  await expect(page.getByText('for the first time')).toBeVisible();
  const screens = [...lists, '/services/laptop', '/tickets/01a00000-0000-7000-8000-000000000000', article];
  await visitAll(page, screens);
  await network.cut();
  gate.open();
  await page.goto('/');
  await expect(page.getByText('Nothing is on this device yet')).toBeVisible();
  await visitAll(page, screens);
});

test('what is loaded has no violation', async ({ page, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signedIn(page, 'ada');
  await visitAll(page, [...lists, '/?q=vpn', '/services/laptop', '/sync', '/account', `/tickets/${ticketId}`, article]);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expectNoViolations(page);
});

test('the questions and their review have no violation', async ({ page }) => {
  await signedIn(page, 'ada', '/services/laptop');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expectQuestionWithoutViolation(page, 'Is the laptop for you?');
  await chooses(page, 'Is the laptop for you?', 'No');
  await expectQuestionWithoutViolation(page, 'Who is it for?');
  await types(page, 'Who is it for?', 'Ben Okafor');
  await chooses(page, 'Why is it needed?', 'There is none yet');
  await chooses(page, 'Which one suits the work?', 'Standard, 15 inches');
  await expectQuestionWithoutViolation(page, 'What should come with it?');
  await chooses(page, 'What should come with it?', 'Headset');
  await expectQuestionWithoutViolation(page, 'When is it needed?');
  await picksDay(page, 'When is it needed?', 'In a week');
  await chooses(page, 'Where shall we hand it over?', 'At the service desk');
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
  await expectNoViolations(page);
});

test('texts, files, drafts, and the questions before something is deleted have no violation', async ({ page, network, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signedIn(page, 'ada', '/services/something-else');
  await page.getByRole('button', { name: 'Begin' }).click();
  await types(page, 'What is it about?', 'A shelf');
  await expectQuestionWithoutViolation(page, 'Tell us more');
  await types(page, 'Tell us more', 'It leans to one side.');
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByLabel('Would you like to add something?').setInputFiles([
    { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
    { name: 'shelf.txt', mimeType: 'text/plain', buffer: Buffer.from('It leans.') },
  ]);
  await expect(page.getByText('shelf.txt', { exact: true })).toBeVisible();
  await expectNoViolations(page);
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^Resume/ })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectNoViolations(page);

  await page.goto(`/tickets/${ticketId}`);
  await page.getByRole('textbox', { name: 'Write a reply' }).fill('half a thought');
  await asksToSignOut(page);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Stay signed in' }).click();

  await untilOpensOffline(page);
  await network.cut();
  await visitAll(page, ['/account', '/answers', article, '/services', '/services/laptop']);
});

test('a picture that is looked at, and the page that says that somebody else is here now, have no violation', async ({ page, context, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signedIn(page, 'ada', `/tickets/${ticketId}`);
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await page.locator('input[type=file]').setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: picture });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Look at dot.png' }).click();
  await expect(page.getByRole('dialog', { name: 'dot.png' })).toBeVisible();
  await expectNoViolations(page);

  const other = await context.newPage();
  await other.goto('/answers');
  await asksToSignOut(other);
  await expect(other.getByLabel('User name')).toBeVisible();
  await signIn(other, 'ben');
  await expect(page.getByRole('heading', { level: 1, name: 'Ben Okafor is signed in now' })).toBeVisible();
  await expectNoViolations(page);
});

test('empty lists and searches without a result have no violation', async ({ page }) => {
  await signedIn(page, 'mia');
  await visitAll(page, ['/', '/tickets', '/sync', ...lists.map((path) => `${path}?q=xyzzy`)]);
});

test('offline, with something waiting and something held, nothing has a violation', async ({ page, network, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signedIn(page, 'ada', `/tickets/${ticketId}`);
  await untilOpensOffline(page);
  await network.cut();
  await page.getByRole('button', { name: 'Chase it' }).click();
  await sendsReply(page, 'written offline');
  await expectNoViolations(page);
  await visitAll(page, ['/', '/tickets', '/sync']);
  // The same was chased from another device meanwhile: this one comes too soon.
  await performsElsewhere(server.address, 'ada', ticketId, { kind: 'chase', data: {} });
  await network.restore();
  // Opening the portal tries at once.
  await page.goto('/sync');
  await expect(page.getByRole('link', { name: /1 needs you/ })).toBeVisible();
  await visitAll(page, ['/sync', `/tickets/${ticketId}`, '/tickets']);
});

test('what goes wrong is said without a violation', async ({ page, context, server }) => {
  await page.goto('/');
  await expectNoViolations(page);
  await page.getByLabel('User name').fill('ada');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('do not belong together')).toBeVisible();
  await expectNoViolations(page);

  await signedIn(page, 'ada', '/services/laptop');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(/Please choose/)).toBeVisible();
  await expectNoViolations(page);
  await visitAll(page, ['/nowhere', '/services/nothing', '/answers/nothing', '/tickets/01a00000-0000-7000-8000-000000000000', '/desk']);

  await page.goto('/');
  await endSession(context, server.address);
  await expect(page.getByRole('dialog', { name: 'Please sign in again' })).toBeVisible();
  await expectNoViolations(page);
});

test("the analyst's screens have no violation, empty and full", async ({ page, server }) => {
  const [ticket] = await (await openDesk(server.address)).tickets();
  await signedIn(page, 'gus', '/desk');
  await visitAll(page, ['/desk', '/desk?q=xyzzy', `/desk/tickets/${ticket?.id}`, '/desk/tickets/01a00000-0000-7000-8000-000000000000']);
});

test('on a phone nothing has a violation, and nothing is wider than the screen', async ({ page, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await page.setViewportSize({ width: 390, height: 844 });
  await signedIn(page, 'ada');
  for (const path of [...lists, '/services/laptop', '/sync', '/account', '/nowhere', `/tickets/${ticketId}`]) {
    await page.goto(path);
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
  }
});
