/** Chat as the desk has it, with several people at once. Numbers are those of seed 002. */
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { asksForChat, callOf, clearsChats, endsChat, isNow, saysInChat, typesInChat } from '../support/chat.ts';
import { openDesk } from '../support/desk.ts';
import { createGate } from '../support/fault-proxy.ts';
import { tabTo } from '../support/keyboard.ts';
import { untilTaken } from '../support/save.ts';
import { comes, signIn, untilOpensOffline } from '../support/sign-in.ts';
import { byNextTry, expect, testAlone as test } from '../support/test.ts';

test.beforeEach(({ own }) => clearsChats(own.address));

const availability = (page: Page) => page.getByRole('button', { name: /^Your chat availability/ });

const goesOnline = async (page: Page): Promise<void> => {
  await availability(page).click();
  await page.getByRole('button', { name: 'Online – Available' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chat queue' })).toBeVisible();
  await untilFree(page);
};

/** The desk knows it. */
const untilFree = async (page: Page): Promise<void> => {
  await expect(availability(page)).toHaveAccessibleName(/Available/);
  await expect(page.getByText(/[1-9] of \d free/)).toBeVisible();
};

const accepts = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: `Accept the chat with ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Chat with ${name}` })).toBeVisible();
  await expect(messageBox(page, name)).toBeFocused();
};

const messageBox = (page: Page, name: string) => page.getByRole('textbox', { name: `Message to ${name}` });
const said = (page: Page) => page.getByRole('region', { name: 'What was said' });
const list = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const history = (page: Page) => page.getByRole('list', { name: 'What happened so far' });

test('002.1 and 002.2: with a right to chat there is an availability box in the banner, and going available opens the queue; an employee has and loads nothing of it', async ({
  browser,
  network,
}) => {
  const ada = await comes(browser, network.address, 'ada');
  const loaded: string[] = [];
  ada.on('request', (request) => loaded.push(request.url()));
  await ada.goto('/tickets');
  await expect(ada.getByRole('heading', { level: 1 })).toBeVisible();
  await ada.goto('/');
  await expect(ada.getByRole('link', { name: /All sent/ })).toBeVisible();
  await expect(availability(ada)).toHaveCount(0);
  expect(loaded.filter((url) => /desk-screens/.test(url))).toEqual([]);

  const gus = await comes(browser, network.address, 'gus');
  await expect(availability(gus)).toHaveAccessibleName(/Offline/);
  await goesOnline(gus);
  await expect(list(gus, 'Waiting')).toContainText('Nobody waits');
  await Promise.all([ada, gus].map((page) => page.context().close()));
});

test('002.4 and 002.5: waiting, unanswered and answered chats are listed, live, and those that are over lead to their call', async ({ page, own }) => {
  await signIn(page, 'gus');
  await goesOnline(page);
  const first = await asksForChat(own.address, 'ada', 'The screen stays black');
  await expect(list(page, 'Waiting')).toContainText('The screen stays black');
  await expect(availability(page)).toHaveAccessibleName(/1 person waits/);
  await asksForChat(own.address, 'ben', 'The tray is empty');
  await expect(list(page, 'Waiting').getByRole('listitem')).toContainText([/The screen stays black/, /The tray is empty/]);
  await endsChat(own.address, 'ada', first);
  await expect(list(page, 'Unanswered')).toContainText('The screen stays black');
  await accepts(page, 'Ben Okafor');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Close chat' }).click();
  await page.getByRole('link', { name: 'Chat queue' }).last().click();
  await expect(list(page, 'Answered')).toContainText('answered by Gus Green');
  await expect(list(page, 'Waiting')).toContainText('Nobody waits');
  await list(page, 'Unanswered')
    .getByRole('link', { name: /The screen stays black/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'The screen stays black' })).toBeVisible();
  await expect(page).toHaveURL(`/desk/tickets/${first}`);
  await expect(page.getByText('Source: Chat')).toBeVisible();
});

test('a waiting chat is accepted by exactly one of two who try at the same moment; the other one is told who has it, and goes on', async ({
  browser,
  network,
  own,
}) => {
  const [gus, hal] = [await comes(browser, network.address, 'gus'), await comes(browser, network.address, 'hal')];
  await goesOnline(gus);
  await goesOnline(hal);
  const ticketId = await asksForChat(own.address, 'ada', 'Who takes me?');
  const gates = [createGate(), createGate()];
  for (const gate of gates) network.arm({ method: 'POST', path: /^\/api\/actions/ }, { kind: 'hold-before', gate });
  for (const page of [gus, hal]) {
    await page.getByRole('button', { name: 'Accept the chat with Ada Lovell' }).click();
    await expect(page.getByText('Taking the chat …')).toBeVisible();
  }
  await Promise.all(gates.map(({ reached }) => reached));
  for (const gate of gates) gate.open();

  await expect.poll(async () => (await callOf(own.address, ticketId)).chat?.facts.at(-1)?.kind).toBe('accepted');
  const fact = (await callOf(own.address, ticketId)).chat?.facts.filter(({ kind }) => kind === 'accepted') ?? [];
  expect(fact).toHaveLength(1);
  const winner = fact[0]?.kind === 'accepted' ? fact[0].by : undefined;
  const [won, lost] = winner?.id === 'gus' ? [gus, hal] : [hal, gus];
  await expect(messageBox(won, 'Ada Lovell')).toBeFocused();
  await expect(lost.getByText(`${winner?.name} has taken this chat.`)).toBeVisible();
  await expect(messageBox(lost, 'Ada Lovell')).toHaveCount(0);
  await lost.getByRole('button', { name: 'All right' }).click();
  await expect(lost.getByRole('link', { name: /All sent/ })).toBeVisible();

  const next = await asksForChat(own.address, 'ben', 'And me?');
  await lost.goto('/desk/chat');
  await expect(list(lost, 'Being talked to')).toContainText(`with ${winner?.name}`);
  await accepts(lost, 'Ben Okafor');
  await endsChat(own.address, 'ben', next);
  await Promise.all([gus, hal].map((page) => page.context().close()));
});

test('002.6, 002.7, 002.8, 002.9 and 002.10: the chat stands beside its call, both sides read along, the contact is recorded once, and the call keeps it all', async ({
  browser,
  network,
  own,
}) => {
  const gus = await comes(browser, network.address, 'gus');
  await goesOnline(gus);
  const ticketId = await asksForChat(own.address, 'ada', 'The screen stays black\nI tried another cable.');
  const ada = await comes(browser, network.address, 'ada', `/tickets/${ticketId}`);
  await accepts(gus, 'Ada Lovell');
  await expect(availability(gus)).toHaveAccessibleName(/In a chat/);
  await expect(said(gus)).toContainText('I tried another cable.');
  await expect(ada.getByText('Gus Green joined the chat.')).toBeVisible();

  // Enter sends, and only with Shift it begins a new line.
  await messageBox(gus, 'Ada Lovell').pressSequentially('Is the light on?');
  await gus.keyboard.press('Shift+Enter');
  await gus.keyboard.type('The small one.');
  await gus.keyboard.press('Enter');
  await expect(history(ada)).toContainText('Is the light on?');
  await expect(messageBox(gus, 'Ada Lovell')).toHaveValue('');
  await expect(messageBox(gus, 'Ada Lovell')).toBeFocused();
  await typesInChat(own.address, 'ada', ticketId);
  await expect(said(gus)).toContainText('Ada Lovell is typing …');
  await saysInChat(own.address, 'ada', ticketId, 'It blinks.');
  await expect(said(gus)).toContainText('It blinks.');
  await expect(said(gus)).not.toContainText('is typing');
  await expect(gus.locator('[aria-live="polite"]').first()).toContainText('Ada Lovell: It blinks.');

  // Files go along with it, and are there for the person.
  await gus
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'manual.txt', mimeType: 'text/plain', buffer: Buffer.from('Press any key.') });
  await expect(gus.getByText('manual.txt').first()).toBeVisible();
  await gus.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(ada.getByText('manual.txt')).toBeVisible();

  const details = gus.getByRole('complementary', { name: 'The call' });
  await expect(details).toContainText('Chat');
  expect((await callOf(own.address, ticketId)).contactedAt).toBeUndefined();
  await details.getByRole('button', { name: 'Close and record the contact' }).click();
  await expect(details).toHaveCount(0);
  await expect.poll(async () => (await callOf(own.address, ticketId)).contactedAt).toBeGreaterThan(0);
  const { contactedAt } = await callOf(own.address, ticketId);
  // Opened and closed again, it stays as it was recorded.
  await gus.getByRole('button', { name: 'More' }).click();
  await gus.getByRole('button', { name: 'Call details' }).click();
  await details.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(gus.getByRole('link', { name: /All sent/ })).toBeVisible();
  expect((await callOf(own.address, ticketId)).contactedAt).toBe(contactedAt);

  // Leaving the page for another one ends nothing.
  await gus.getByRole('link', { name: 'Answers' }).first().click();
  await expect(gus.getByRole('heading', { level: 1, name: 'Answers' })).toBeVisible();
  await saysInChat(own.address, 'ada', ticketId, 'Are you still there?');
  const toast = gus.getByRole('status').filter({ hasText: 'Ada Lovell wrote in the chat.' });
  await toast.getByRole('button', { name: 'See' }).click();
  await expect(said(gus)).toContainText('Are you still there?');
  await gus.goto('/desk/chat');
  await gus.getByRole('link', { name: 'Go on chatting' }).click();
  await messageBox(gus, 'Ada Lovell').fill('One more thi');
  await gus.getByRole('button', { name: 'Close the window' }).click();
  await gus.getByRole('dialog').getByRole('button', { name: 'Go on chatting' }).click();
  await gus.getByRole('button', { name: 'Close the window' }).click();
  await gus.getByRole('dialog').getByRole('button', { name: 'Close chat' }).click();
  await expect(gus.getByRole('heading', { level: 1, name: 'Chat queue' })).toBeVisible();
  await expect(ada.getByRole('list', { name: 'What happened so far' })).toContainText('Gus Green ended the chat.');
  await expect(availability(gus)).toHaveAccessibleName(/Away/);

  await list(gus, 'Answered')
    .getByRole('link', { name: /The screen stays black/ })
    .first()
    .click();
  await expect(history(gus)).toContainText(
    /Ada Lovell asked for a chat.*You joined the chat.*Is the light on\?.*It blinks\..*manual\.txt.*You ended the chat\./s,
  );
  await expect(gus.getByRole('textbox', { name: 'Write a reply' })).toHaveValue('One more thi');
  await history(gus).getByRole('link', { name: 'Open the chat' }).click();
  await expect(said(gus)).toContainText('It blinks.');
  await gus.getByRole('button', { name: 'Make me available' }).click();
  await expect(gus.getByRole('heading', { level: 1, name: 'Chat queue' })).toBeVisible();
  await expect(availability(gus)).toHaveAccessibleName(/Available/);
  const kinds = (await (await openDesk(own.address)).entries(ticketId)).map(({ body }) => body.kind);
  expect(kinds).toEqual(['raised', 'chat-asked', 'said', 'chat-accepted', 'said', 'said', 'file', 'said', 'chat-ended']);
  await Promise.all([ada, gus].map((page) => page.context().close()));
});

test('a chat that the person ends leaves nothing that was typed behind, and no focus in the air', async ({ page, own }) => {
  await signIn(page, 'gus');
  await goesOnline(page);
  const ticketId = await asksForChat(own.address, 'ada', 'Only a short question');
  await accepts(page, 'Ada Lovell');
  await messageBox(page, 'Ada Lovell').fill('The answer is long, so');
  await endsChat(own.address, 'ada', ticketId);
  const words = page.getByText('Ada Lovell ended it');
  await expect(words).toBeFocused();
  await page.getByRole('link', { name: 'Go on writing there' }).click();
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toHaveValue('The answer is long, so');
});

test('an analyst who vanishes gives the chat back with all that was said; the next one takes it, and the first is told when they are back', async ({
  browser,
  network,
  own,
}) => {
  test.slow();
  const [gus, hal] = [await comes(browser, network.address, 'gus'), await comes(browser, own.address, 'hal')];
  await goesOnline(gus);
  const ticketId = await asksForChat(own.address, 'ada', 'Do not leave me');
  await accepts(gus, 'Ada Lovell');
  await messageBox(gus, 'Ada Lovell').fill('I am here.');
  await untilTaken(gus, () => gus.keyboard.press('Enter'));
  await goesOnline(hal);
  const waiting = list(hal, 'Waiting');
  // Whoever is in no chat hears of those of others a moment later.
  await expect(waiting).not.toContainText('Do not leave me');
  await network.cut();
  await expect(waiting).toContainText('Do not leave me', { timeout: 80_000 });
  await expect(waiting).toContainText('Lost its analyst');
  await accepts(hal, 'Ada Lovell');
  await expect(said(hal)).toContainText(/I am here\..*Gus Green lost the connection/s);
  await network.restore();
  await expect(gus.getByText('Hal Novak is in this chat.')).toBeVisible(byNextTry);
  await expect(gus.getByRole('region', { name: /You are offline/ })).toBeVisible();
  await endsChat(own.address, 'ada', ticketId);
  await Promise.all([gus, hal].map((page) => page.context().close()));
});

test('002.11, 002.12, 002.13, 002.14, 002.15, 002.16: a chat manager switches the queue and sets who is there; who chats with whom is in the table, and analysts are told', async ({
  browser,
  network,
  own,
}) => {
  const gus = await comes(browser, network.address, 'gus');
  await goesOnline(gus);
  const mia = await comes(browser, network.address, 'mia');
  // Seed 002, statement 3: what is missing is said.
  await availability(mia).click();
  await expect(mia.getByText('The right “Chat Analyst” is missing')).toBeVisible();
  await expect(mia.getByRole('button', { name: 'Online – Available' })).toHaveCount(0);
  await mia.getByRole('link', { name: 'Chat queue' }).click();
  await mia.getByRole('navigation', { name: 'Chat', exact: true }).getByRole('link', { name: 'Chat manager' }).click();
  await expect(mia.getByRole('heading', { level: 1, name: 'Chat manager' })).toBeFocused();

  const row = (name: string) => mia.getByRole('row').filter({ has: mia.getByRole('rowheader', { name }) });
  await expect(row('Gus Green')).toContainText('Available');
  const ticketId = await asksForChat(own.address, 'ada', 'Is anybody there?');
  await expect(row('Council Services')).toContainText('1');
  await accepts(gus, 'Ada Lovell');
  await expect(row('Gus Green')).toContainText('In a chat');
  await expect(row('Gus Green')).toContainText('Ada Lovell');
  await endsChat(own.address, 'ada', ticketId);
  await expect(row('Gus Green')).toContainText('Nobody');

  await mia.getByRole('button', { name: /^Status of Gus Green/ }).click();
  await mia.getByRole('button', { name: 'Online – Available' }).click();
  const told = gus.getByRole('region', { name: 'Mia Lindqvist set you to “Online – Available”.' });
  await expect(told).toBeVisible();
  await told.getByRole('button', { name: 'All right' }).click();
  await expect(told).toHaveCount(0);
  await expect(row('Gus Green')).toContainText('Set by Mia Lindqvist');

  await mia.getByRole('checkbox', { name: 'Enabled: Council Services' }).click();
  await expect(row('Council Services')).toContainText('Offline');
  await expect(gus.getByRole('region', { name: /^The chat queue was set offline/ })).toBeVisible();
  await mia.getByRole('checkbox', { name: 'Enabled: Council Services' }).click();
  await expect(gus.getByRole('region', { name: 'The chat queue is online again.' })).toBeVisible();
  await expect(row('Council Services')).toContainText('Online');
  await Promise.all([gus, mia].map((page) => page.context().close()));
});

test('the way of a chat manager begins in the navigation, and pages that are not theirs say whose they are', async ({ page }) => {
  await signIn(page, 'mia');
  await page.getByRole('link', { name: 'Desk', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chat manager' })).toBeVisible();
  await page.goto('/desk/chat/01a00000-0000-7000-8000-000000000000');
  await expect(page.getByRole('heading', { level: 1, name: 'This page is for analysts' })).toBeVisible();
});

test('without a network the queue says how old it is, and nothing can be taken that may be another’s', async ({ page, network, own }) => {
  await signIn(page, 'gus');
  await untilOpensOffline(page);
  await goesOnline(page);
  const ticketId = await asksForChat(own.address, 'ada', 'Still there?');
  await expect(list(page, 'Waiting')).toContainText('Still there?');
  await network.cut();
  await expect(page.getByText(/this is how the queue stood/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Accept the chat with Ada Lovell' })).toHaveAttribute('aria-disabled', 'true');
  await page.goto(`/desk/chat/${ticketId}`);
  await expect(said(page)).toContainText('Still there?');
  await expectNoViolations(page);
  await network.restore();
});

test('Gus takes and ends a chat by keyboard alone', async ({ page, own }) => {
  await signIn(page, 'gus');
  await tabTo(page, availability(page));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Online – Available' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Online – Away' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Chat queue' })).toBeFocused();
  await untilFree(page);
  await asksForChat(own.address, 'ada', 'By keyboard, please');
  await tabTo(page, page.getByRole('button', { name: 'Accept the chat with Ada Lovell' }));
  await page.keyboard.press('Enter');
  await expect(messageBox(page, 'Ada Lovell')).toBeFocused();
  await page.keyboard.type('Good morning!');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Good morning!');
  await tabTo(page, page.getByRole('button', { name: 'Close and record the contact' }));
  await page.keyboard.press('Enter');
  await expect(messageBox(page, 'Ada Lovell')).toBeFocused();
  // What was said can be scrolled by keyboard, and stands between the box and the ways out.
  await tabTo(page, said(page), 'Shift+Tab');
  await tabTo(page, page.getByRole('button', { name: 'Close the window' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Close this chat?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Close the window' })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'More' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Close chat' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('This chat has ended.')).toBeVisible();
});

test('no screen of chat has a violation, in any of its states, on a desk and on a phone', async ({ page, own }) => {
  await signIn(page, 'gus', '/desk/chat');
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  await expectNoViolations(page);
  await availability(page).click();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await isNow(own.address, 'gus', 'available');
  const ticketId = await asksForChat(own.address, 'ada', 'The screen stays black');
  await asksForChat(own.address, 'ben', 'The tray is empty');
  await expect(list(page, 'Waiting')).toContainText('The tray is empty');
  await expectNoViolations(page);
  await accepts(page, 'Ada Lovell');
  await saysInChat(own.address, 'ada', ticketId, 'It blinks.');
  await expect(said(page)).toContainText('It blinks.');
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'More' }).click();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Close the window' }).click();
  await expectNoViolations(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close chat' }).click();
  await expect(list(page, 'Answered')).toContainText('The screen stays black');
  await expectNoViolations(page);
  await page.goto(`/desk/chat/${ticketId}`);
  await expect(page.getByText('This chat has ended.')).toBeVisible();
  await expectNoViolations(page);
  await page.goto(`/desk/tickets/${ticketId}`);
  await expectNoViolations(page);
});

test('the manager’s page has no violation, on a desk and on a phone', async ({ page, own }) => {
  await isNow(own.address, 'gus', 'available');
  await signIn(page, 'mia', '/desk/chat/manager');
  await expect(page.getByRole('rowheader', { name: 'Gus Green' })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: /^Status of Gus Green/ }).click();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoViolations(page);
  await page.goto('/desk/chat');
  await expect(page.getByRole('heading', { level: 1, name: 'Chat queue' })).toBeVisible();
  await expectNoViolations(page);
});
