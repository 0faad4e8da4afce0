/** Two analysts at one desk: who looks after what, what they see of it, and how they get about. Numbers are those of seed 003. */
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openDesk } from '../support/desk.ts';
import { createGate } from '../support/fault-proxy.ts';
import { performsElsewhere, raiseTicket } from '../support/raise.ts';
import { comes, signIn, untilOpensOffline } from '../support/sign-in.ts';
import { byNextTry, expect, testAlone as test } from '../support/test.ts';

const card = (page: Page): Locator => page.getByRole('region', { name: 'Who looks after it' });
const take = (page: Page): Locator => card(page).getByRole('button', { name: 'Take it' });
const timeline = (page: Page): Locator => page.getByRole('list', { name: 'What happened so far' });
const allSent = (page: Page): Locator => page.getByRole('link', { name: /All sent/ });
const rows = (page: Page): Locator => page.getByRole('list', { name: 'Desk' }).getByRole('link');

const analystOf = async (address: string, ticketId: string): Promise<string | undefined> =>
  (await (await openDesk(address)).tickets()).find(({ id }) => id === ticketId)?.assigned?.analyst?.id;

const statusAt = async (address: string, ticketId: string): Promise<string | undefined> =>
  (await (await openDesk(address)).tickets()).find(({ id }) => id === ticketId)?.statuses.at(-1)?.status;
const setsStatus = async (page: Page, status: string): Promise<void> => {
  await page.getByLabel('Status', { exact: true }).selectOption(status);
  await page.getByRole('button', { name: 'Set status' }).click();
};

test('of two who take a ticket at the same moment one has it; the other is told who, and takes it over knowingly', async ({ browser, network, own }) => {
  const ticketId = await raiseTicket(own.address, 'ada');
  const path = `/desk/tickets/${ticketId}`;
  const [gus, hal] = [await comes(browser, network.address, 'gus', path), await comes(browser, network.address, 'hal', path)];
  const gates = [createGate(), createGate()];
  for (const gate of gates) network.arm({ method: 'POST', path: /^\/api\/actions/ }, { kind: 'hold-before', gate });
  for (const page of [gus, hal]) {
    await expect(card(page)).toContainText('Taking it sets the status to “In progress”.');
    await take(page).click();
    await expect(card(page)).toContainText('You');
  }
  await Promise.all(gates.map(({ reached }) => reached));
  for (const gate of gates) gate.open();

  await expect.poll(() => analystOf(own.address, ticketId)).toMatch(/gus|hal/);
  const winner = await analystOf(own.address, ticketId);
  const [won, lost, name] = winner === 'gus' ? [gus, hal, 'Gus Green'] : [hal, gus, 'Hal Novak'];
  await expect(lost.getByText(`Meanwhile it went to somebody else: ${name} has it now.`)).toBeVisible();
  await expect(card(lost)).toContainText(name);
  await expect(card(won)).toContainText('You');
  await expect(won.getByText('Meanwhile it went')).toHaveCount(0);
  await expectNoViolations(lost);

  const takeOver = card(lost).getByRole('button', { name: `Take over from ${name}` });
  // So soon after the button has come to say this the press could have been meant for what it said before, and is not taken.
  await expect(async () => {
    if (await takeOver.isVisible()) await takeOver.click();
    await expect(lost.getByText('Meanwhile it went')).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await expect(card(won)).not.toContainText('You');
  await expect(allSent(lost)).toBeVisible();
  expect(await analystOf(own.address, ticketId)).toBe(winner === 'gus' ? 'hal' : 'gus');
  await Promise.all([gus, hal].map((page) => page.context().close()));
});

test('the person sees that somebody is at it, and nothing of who: neither on the screen nor in what their device was told', async ({
  browser,
  network,
  own,
}) => {
  const ticketId = await raiseTicket(own.address, 'ada');
  const ada = await comes(browser, network.address, 'ada', `/tickets/${ticketId}`);
  await expect(ada.getByText('Received', { exact: true }).first()).toBeVisible();
  const gus = await comes(browser, network.address, 'gus', `/desk/tickets/${ticketId}`);
  await card(gus).getByText('Give it to somebody').click();
  await card(gus).getByLabel('Group').selectOption('Network');
  await card(gus).getByRole('button', { name: 'Give it', exact: true }).click();
  await expect(card(gus)).toContainText('Nobody of the group has taken it yet.');
  await take(gus).click();
  await expect(timeline(gus)).toContainText('You took it.');
  await expect(allSent(gus)).toBeVisible();

  await expect(ada.getByText('In progress', { exact: true }).first()).toBeVisible();
  await expect(ada.getByText('Network')).toHaveCount(0);
  await expect(timeline(ada)).not.toContainText('took it');
  const told = await openDesk(own.address, 'ada');
  expect((await told.tickets()).find(({ id }) => id === ticketId)).not.toHaveProperty('assigned');
  expect((await told.entries(ticketId)).map(({ body }) => body.kind)).not.toContain('assigned');
  await Promise.all([ada, gus].map((page) => page.context().close()));
});

test('what was taken and set without a network is judged on arrival: a ticket that a colleague has by then stays theirs, with its status', async ({
  browser,
  network,
  own,
}) => {
  const [free, gone] = [await raiseTicket(own.address, 'ada'), await raiseTicket(own.address, 'ben')];
  const gus = await comes(browser, network.address, 'gus', '/desk');
  await expect(gus.locator(`a[href="/desk/tickets/${gone}"]`)).toBeVisible();
  await untilOpensOffline(gus);
  await network.cut();
  for (const ticketId of [free, gone]) {
    await gus.goto(`/desk/tickets/${ticketId}`);
    await take(gus).click();
    await expect(card(gus)).toContainText('You');
    await setsStatus(gus, 'Waiting for the person');
    await expect(timeline(gus)).toContainText('You set it to: Waiting for the person.');
  }
  const nobody = { group: null, analyst: null };
  await performsElsewhere(own.address, 'hal', gone, { kind: 'assign', data: { from: nobody, to: { group: null, analyst: { id: 'hal', name: '' } } } });
  await network.restore();
  const notTaken = gus.getByRole('region', { name: /^The desk did not take this/ });
  await expect(notTaken).toHaveCount(2, byNextTry);
  for (const one of [0, 1]) await expect(notTaken.nth(one)).toContainText('Meanwhile it went to somebody else: Hal Novak has it now.');
  expect([await analystOf(own.address, free), await analystOf(own.address, gone)]).toEqual(['gus', 'hal']);
  expect([await statusAt(own.address, free), await statusAt(own.address, gone)]).toEqual(['waiting-for-person', 'in-progress']);

  await setsStatus(gus, 'Waiting for the person');
  await expect(notTaken).toHaveCount(1);
  await expect.poll(() => statusAt(own.address, gone)).toBe('waiting-for-person');
  await notTaken.getByRole('button', { name: /^Discard/ }).click();
  await gus.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(notTaken).toHaveCount(0);
  await expect(gus.getByRole('heading', { level: 1 })).toBeFocused();
  await gus.context().close();
});

test('003.7: the list is filtered by group, analyst, priority and place; the address keeps it, and a ticket leads back to it', async ({ page, own }) => {
  const ticketId = await raiseTicket(own.address, 'ada');
  const nobody = { group: null, analyst: null };
  await performsElsewhere(own.address, 'hal', ticketId, { kind: 'assign', data: { from: nobody, to: { group: { id: 'network', name: '' }, analyst: null } } });
  await signIn(page, 'gus', '/desk');
  await expect(rows(page)).not.toHaveCount(0);
  const all = await rows(page).count();
  await page.getByLabel('Group').selectOption('My groups');
  await page.getByLabel('Analyst').selectOption('Nobody’s');
  await expect(rows(page)).toHaveCount(2);
  await page.getByLabel('Group').selectOption('Network');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Network');
  await expect(page).toHaveURL(/group=network&analyst=_none/);
  await expect(page.getByText('Filters · 2 set')).toBeVisible();
  await expectNoViolations(page);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);

  await rows(page).click();
  await take(page).click();
  await page.getByRole('link', { name: 'All tickets' }).click();
  await expect(page).toHaveURL(/group=network&analyst=_none/);
  await expect(page.getByText('No ticket matches')).toBeVisible();
  await page.getByLabel('Analyst').selectOption('Mine');
  await expect(rows(page)).toContainText('You');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows(page)).toHaveCount(all);
  await page.getByLabel('Place', { exact: true }).selectOption({ index: 1 });
  await expect(rows(page)).not.toHaveCount(all);
  await page.getByLabel('Priority').selectOption('Urgent');
  await expect(page.getByText('No ticket matches')).toBeVisible();
});

test('an analyst works through the list by keys alone', async ({ page, own }) => {
  await signIn(page, 'gus', '/desk');
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(rows(page).nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('radiator jk');
  await expect(page.getByRole('searchbox')).toHaveValue('radiator jk');
  for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('Backspace');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Radiator/ })).toBeFocused();
  const ticketId = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await expect(take(page)).toBeVisible();
  await page.keyboard.press('t');
  await expect(card(page)).toContainText('You');
  await page.keyboard.press('n');
  await page.keyboard.type('Ask the caretaker: start there.');
  await page.keyboard.press('Control+Enter');
  await expect(timeline(page)).toContainText('Ask the caretaker: start there.');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('r');
  await page.keyboard.type('We are at it.');
  await page.keyboard.press('Control+Enter');
  await expect(timeline(page)).toContainText('We are at it.');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('s');
  await expect(page.getByLabel('Status')).toBeFocused();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('e');
  await expect(page.getByLabel('Status')).toHaveValue('resolved');
  await page.keyboard.press('Enter');
  await expect(allSent(page)).toBeVisible();
  const desk = await openDesk(own.address);
  const kinds = async (): Promise<readonly string[]> => (await desk.entries(ticketId)).map(({ body }) => body.kind);
  await expect.poll(kinds).toEqual(['raised', 'assigned', 'status', 'note', 'message', 'status']);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeFocused();
  await expect(page.getByRole('searchbox')).toHaveValue('radiator');
});

test('the keys are listed, and can be switched off: then they do nothing, also after the next start', async ({ page }) => {
  await signIn(page, 'gus', '/desk');
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Write an internal note');
  await expectNoViolations(page);
  await page.keyboard.press('j');
  await expect(rows(page).first()).not.toBeFocused();
  await sheet.getByRole('checkbox', { name: /Use single keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused();
  for (const start of ['this one', 'the next']) {
    if (start === 'the next') await page.reload();
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    await expect(sheet).toHaveCount(0);
    await expect(rows(page).first()).not.toBeFocused();
  }
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await sheet.getByRole('checkbox').check();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('j');
  await expect(rows(page).first()).toBeFocused();
});

test('on a phone the filters are folded, and open without a violation', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'gus', '/desk');
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByLabel('Group')).toBeHidden();
  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('Group').selectOption('First line');
  await expect(page.getByText('Filters · 1 set')).toBeVisible();
  await expectNoViolations(page);
});

test('on a phone one tap leads from the head of a ticket to where it is taken and its status is set', async ({ page, own }) => {
  const ticketId = await raiseTicket(own.address, 'ada');
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'gus', `/desk/tickets/${ticketId}`);
  await expect(take(page)).not.toBeInViewport();
  await page.getByRole('button', { name: 'Looked after by: Nobody yet' }).click();
  await expect(take(page)).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(take(page)).toBeFocused();
});

test('a search that finds nothing among the open tickets leads to the closed one that it was about', async ({ page, own }) => {
  const ticketId = await raiseTicket(own.address, 'ada');
  await performsElsewhere(own.address, 'gus', ticketId, { kind: 'set-status', data: { status: 'closed' } });
  await signIn(page, 'ada', '/tickets');
  await page.getByLabel('Search my tickets').fill('password');
  await page.getByRole('link', { name: 'Closed: 1 found' }).click();
  await expect(page.locator(`a[href="/tickets/${ticketId}"]`)).toBeVisible();
  await expect(page.getByLabel('Search my tickets')).toHaveValue('password');
  await expect(page.getByLabel('Search my tickets')).toBeFocused();
});
