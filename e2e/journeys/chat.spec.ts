/** Ada chats with the desk: from anywhere in the portal, with the network lost in the middle, and after the browser died. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { createProfile } from '../support/browser.ts';
import { openChatDesk, type ChatDesk } from '../support/chat-desk.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { saves } from '../support/save.ts';
import { comes, signIn, untilOpensOffline } from '../support/sign-in.ts';
import { byNextTry, expect, testAlone as test } from '../support/test.ts';

const chatButton = (page: Page) => page.getByRole('button', { name: /^Chat with the desk/ });
const chatWindow = (page: Page) => page.getByRole('dialog', { name: 'Chat with the desk' });
const asks = async (page: Page, text: string): Promise<void> => {
  await chatButton(page).click();
  await chatWindow(page).getByLabel('What can the desk help you with?').fill(text);
  await chatWindow(page).getByRole('button', { name: 'Start the chat' }).click();
};
const says = async (page: Page, text: string): Promise<void> => {
  await chatWindow(page).getByLabel('Your message').fill(text);
  await page.keyboard.press('Enter');
};

let desk: ChatDesk;
test.beforeEach(async ({ own }) => {
  desk = await openChatDesk(own.address);
  await desk.goes('available');
});
test.afterEach(async () => {
  await desk.goes('offline');
  desk.close();
});

test('Ada asks, waits, talks with Gus, rates it, and takes what was said along', async ({ page, context }) => {
  await signIn(page, 'ada', '/services');
  await asks(page, 'The printer is jammed\nIt is the one in room 214.');
  const chat = chatWindow(page);
  await expect(chat.getByText('You are next.')).toBeVisible();
  await expectNoViolations(page);

  const ticketId = await desk.waiting();
  await desk.accepts(ticketId);
  await expect(chat.getByText('Gus Green is here.')).toBeVisible();
  await desk.says(ticketId, 'Is the light red?');
  await expect(chat.getByText('Is the light red?')).toBeVisible();
  await says(page, 'It blinks.');
  await expect
    .poll(() => desk.heard(ticketId))
    .toEqual(['ada: The printer is jammed\nIt is the one in room 214.', 'gus: Is the light red?', 'ada: It blinks.']);
  await desk.types(ticketId);
  await expect(chat.getByText('Gus Green is typing …')).toBeVisible();

  // Another tab of hers shows the same chat.
  const other = await context.newPage();
  await other.goto('/tickets');
  await chatButton(other).click();
  await expect(chatWindow(other).getByText('It blinks.')).toBeVisible();
  await other.close();

  await chat.getByRole('button', { name: 'Close the chat window' }).click();
  await desk.says(ticketId, 'Then open the cover.');
  await expect(page.getByRole('button', { name: 'Chat with the desk, 1 new message' })).toBeVisible();
  await chatButton(page).click();
  await expect(chat.getByText('Then open the cover.')).toBeVisible();

  await chat.getByLabel('Your message').fill('It is open');
  await desk.ends(ticketId);
  await expect(chat.getByText('Gus Green ended the chat.')).toBeVisible();
  await expect(chat.getByText('It is open', { exact: true })).toBeVisible();
  await expectNoViolations(page);
  await chat.getByRole('button', { name: 'Discard' }).click();
  await expect(chat.getByText('It is open', { exact: true })).toBeHidden();
  await chat.getByRole('button', { name: 'Yes' }).click();
  await expect(chat.getByText('Thank you.')).toBeVisible();
  const again = chat.getByRole('button', { name: 'Start a new chat' });
  const save = chat.getByRole('button', { name: 'Save what was said' });
  // Beside each other also on a phone.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(async () => (await again.boundingBox())?.y === (await save.boundingBox())?.y).toBe(true);
  await page.setViewportSize({ width: 1280, height: 800 });
  const saving = page.waitForEvent('download');
  await save.click();
  expect(readFileSync(await (await saving).path(), 'utf8')).toMatch(
    /  Gus Green joined the chat\.\n(?:.*\n)*.*  Gus Green: Is the light red\?\n.*  Ada Lovell: It blinks\.\n(?:.*\n)*.* ended the chat\.\n$/,
  );
  await chat.getByRole('link', { name: /^Go on in R-/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The printer is jammed' })).toBeVisible();
  await expect(chat).toBeHidden();
});

test('with the keyboard alone: asked, said, closed with Escape, and the focus is where it was', async ({ page }) => {
  await signIn(page, 'ben');
  await chatButton(page).focus();
  await page.keyboard.press('Enter');
  const chat = chatWindow(page);
  await expect(chat.getByLabel('What can the desk help you with?')).toBeFocused();
  await page.keyboard.type('My keyboard');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('has lost a key');
  await page.keyboard.press('Enter');
  await expect(chat.getByLabel('Your message')).toBeFocused();
  await page.keyboard.type('The Q.');
  await page.keyboard.press('Enter');
  const ticketId = await desk.waiting();
  await expect.poll(() => desk.heard(ticketId)).toEqual(['ben: My keyboard\nhas lost a key', 'ben: The Q.']);
  await page.keyboard.press('Escape');
  await expect(chat).toBeHidden();
  await expect(chatButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await chat.getByRole('button', { name: 'Stop waiting' }).focus();
  await page.keyboard.press('Enter');
  const over = chat.getByText('The desk has your words and answers in your ticket.');
  await expect(over).toBeVisible();
  await expect(over.locator('..')).toBeFocused();
});

test('the network goes in the middle: what is written is kept, marked, in order, and goes out by itself; a killed browser loses nothing of it', async ({
  network,
  own,
}) => {
  test.slow();
  const records = await openDesk(own.address);
  const profile = createProfile(network.address);
  let browser = await profile.open();
  let page = await browser.newPage();
  await signIn(page, 'ada');
  await untilOpensOffline(page);
  await asks(page, 'I cannot print');
  const ticketId = await desk.waiting();
  await desk.accepts(ticketId);
  await expect(chatWindow(page).getByText('Gus Green is here.')).toBeVisible();

  await network.cut();
  await says(page, 'one');
  await says(page, 'two');
  await expect(chatWindow(page).getByText('not sent yet')).toHaveCount(2);
  await expect(chatWindow(page).getByText('No connection. What you write is kept and goes out by itself.')).toBeVisible({ timeout: 15_000 });
  await chatWindow(page).getByLabel('Your message').fill('three, still being ty');
  await expect.poll(() => keptDrafts(page)).toContain('three, still being ty');
  // Chromium writes cookies to the disk every half minute only: the session is no part of this story.
  const cookies = await browser.cookies();
  await profile.kill(browser);

  browser = await profile.open();
  await browser.addCookies(cookies);
  page = await browser.newPage();
  await page.goto('/');
  await chatButton(page).click();
  await expect(chatWindow(page).getByText('not sent yet')).toHaveCount(2);
  await expect(chatWindow(page).getByLabel('Your message')).toHaveValue('three, still being ty');
  await network.restore();
  await says(page, 'three');
  await expect(chatWindow(page).getByText('not sent yet')).toHaveCount(0, byNextTry);
  await expect.poll(() => desk.heard(ticketId)).toEqual(['ada: I cannot print', 'ada: one', 'ada: two', 'ada: three']);

  // Over before the last words arrive: they are asked about, and become nothing or a reply.
  await network.cut();
  // All of them before the end is known here: then there is no box any more to say anything in.
  for (const words of ['four', 'five', 'six']) await says(page, words);
  await desk.ends(ticketId);
  await network.restore();
  await expect(chatWindow(page).getByText('The chat was over before all of your words arrived.')).toBeVisible(byNextTry);
  await chatWindow(page).getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog', { name: 'Discard this for good?' }).getByRole('button', { name: 'Discard only the first' }).click();
  await expect(chatWindow(page).getByText('four', { exact: true })).toHaveCount(0);
  await expect(chatWindow(page).getByText(/· not sent$/)).toBeVisible({ timeout: 30_000 });
  await chatWindow(page).getByRole('button', { name: 'Send them to the ticket' }).click();
  await expect.poll(() => replies(records, ticketId), { timeout: 30_000 }).toEqual(['five', 'six']);
  await browser.close();
  profile.remove();
});

test('nobody there, and without a network: the same words become a message, in the same window', async ({ page, network, own }) => {
  await desk.goes('offline');
  const records = await openDesk(own.address);
  await signIn(page, 'ada');
  await untilOpensOffline(page);
  await chatButton(page).click();
  const chat = chatWindow(page);
  const again = chat.getByRole('button', { name: 'Start a new chat' });
  if (await again.isVisible()) await again.click();
  await expect(chat.getByText('Nobody is at the chat just now.')).toBeVisible();
  await chat.getByLabel('What can the desk help you with?').fill('The lift stands still');
  await chat.getByRole('button', { name: 'Send to the desk' }).click();
  await expect(chat.getByText('The desk has your message and answers in your ticket.')).toBeVisible();
  await chat.getByRole('button', { name: 'Start a new chat' }).click();

  await network.cut();
  await expect(chat.getByText('You have no connection just now.')).toBeVisible({ timeout: 60_000 });
  await chat.getByLabel('What can the desk help you with?').fill('The door is stuck');
  await chat.getByRole('button', { name: 'Send to the desk' }).click();
  await expect(chat.getByText('Your message is kept here and goes to the desk as soon as there is a connection.')).toBeVisible();
  await network.restore();
  await expect(chat.getByText('The desk has your message and answers in your ticket.')).toBeVisible(byNextTry);
  const titles = (await records.tickets()).filter(({ source, chat: held }) => source === 'chat' && held === undefined).map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(['The lift stands still', 'The door is stuck']));
});

test('chat is switched off while Ada talks: her window and what she types stay until Gus ends it, also after the page is loaded again, and then there is nothing to press', async ({
  page,
  browser,
  own,
}) => {
  test.slow();
  await signIn(page, 'ada');
  await asks(page, 'My screen flickers');
  const chat = chatWindow(page);
  const ticketId = await desk.waiting();
  await desk.accepts(ticketId);
  await expect(chat.getByText('Gus Green is here.')).toBeVisible();
  await chat.getByLabel('Your message').fill('Only when');

  const sam = await (await browser.newContext({ baseURL: own.address })).newPage();
  const ben = await (await browser.newContext({ baseURL: own.address })).newPage();
  await signIn(ben, 'ben');
  await asks(ben, 'My mouse is slow');
  await expect(chatWindow(ben).getByText(/^You are/)).toBeVisible();
  await signIn(sam, 'sam', '/admin/settings/council');
  await sam.getByRole('checkbox', { name: 'People can chat' }).uncheck();
  await saves(sam);

  await expect(chat.getByLabel('Your message')).toHaveValue('Only when');
  await expect(chat.getByLabel('Your message')).toBeFocused();
  await page.keyboard.type(' it is cold.');
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.heard(ticketId)).toEqual(['ada: My screen flickers', 'ada: Only when it is cold.']);

  await page.reload();
  await chatButton(page).click();
  await desk.says(ticketId, 'Then it is the cable.');
  await expect(chat.getByText('Then it is the cable.')).toBeVisible();
  await desk.ends(ticketId);
  await expect(chat.getByText('Gus Green ended the chat.')).toBeVisible();
  await expectNoViolations(page);
  await chat.getByRole('button', { name: 'Close the chat window' }).click();
  await expect(chatButton(page)).toHaveCount(0);
  await expect(page.locator('main')).toBeFocused();

  // Who waits is told, and has a ticket; nobody asks anew. A server that has just begun leaves everything as it is for a while.
  await expect(chatWindow(ben).getByText(/^Nobody could take your chat/)).toBeVisible({ timeout: 80_000 });
  await expect(chatWindow(ben).getByRole('button', { name: 'Start a new chat' })).toHaveCount(0);

  await sam.getByRole('checkbox', { name: 'People can chat' }).check();
  await saves(sam);
  await expect(chatButton(page)).toBeVisible();
  await Promise.all([sam, ben].map((other) => other.context().close()));
});

/** What was said to the ticket, and not in the chat. */
const replies = async (records: Desk, ticketId: string): Promise<readonly string[]> =>
  (await records.entries(ticketId)).flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []));

/** What is typed and not sent, as the device holds it. */
const keptDrafts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.endsWith(':ada:outbox'));
    const opened = indexedDB.open(found?.name ?? '');
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const read = opened.result.transaction('replies').objectStore('replies').getAll();
    await new Promise((resolve) => (read.onsuccess = resolve));
    opened.result.close();
    return (read.result as { text: string }[]).map(({ text }) => text);
  });

test('chat is switched off while Ada writes what it is about: her words stay and become a message, and so may those of somebody who has written none yet', async ({
  page,
  browser,
  own,
}) => {
  const [ben, sam] = [await comes(browser, own.address, 'ben'), await comes(browser, own.address, 'sam', '/admin/settings/council')];
  await signIn(page, 'ada');
  for (const one of [page, ben]) await chatButton(one).click();
  const box = chatWindow(page).getByLabel('What can the desk help you with?');
  await box.fill('The lift stands still');
  await expect(chatWindow(ben).getByLabel('What can the desk help you with?')).toBeVisible();
  await sam.getByRole('checkbox', { name: 'People can chat' }).uncheck();
  await saves(sam);

  await expect(chatWindow(page).getByText('Chat is closed just now.')).toBeVisible();
  await expect(box).toBeFocused();
  await expect(chatWindow(ben).getByText('Chat is closed just now.')).toBeVisible();
  await chatWindow(ben).getByRole('button', { name: 'Close the chat window' }).click();
  await expect(chatButton(ben)).toHaveCount(0);
  await expect(ben.locator('main')).toBeFocused();

  // Kept like everything that is typed.
  await page.reload();
  await chatButton(page).click();
  await expect(box).toHaveValue('The lift stands still');
  await expectNoViolations(page);
  await chatWindow(page).getByRole('button', { name: 'Send to the desk' }).click();
  await expect(chatWindow(page).getByText('The desk has your message and answers in your ticket.')).toBeVisible();
  await chatWindow(page).getByRole('button', { name: 'Close the chat window' }).click();
  await expect(chatButton(page)).toHaveCount(0);
  await Promise.all([ben, sam].map((other) => other.context().close()));
});
