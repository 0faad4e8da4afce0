/** The promise of the house: the network goes in the middle, everything goes on, and the desk has it once, in order. */
import { openDesk } from '../support/desk.ts';
import { createProfile } from '../support/browser.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { chooses, expectQuestion, picksDay, types } from '../support/wizard.ts';

test('Ada loses the network at question three, finishes, sends, replies, chases, closes the browser; online again the desk has it once, in order', async ({
  network,
  server,
}) => {
  const desk = await openDesk(server.address);
  const before = await desk.tickets();
  const profile = createProfile(network.address);

  let browser = await profile.open();
  let page = await browser.newPage();
  await signIn(page, 'ada', '/services/laptop');
  await untilOpensOffline(page);
  await page.getByRole('button', { name: 'Begin' }).click();
  await chooses(page, 'Is the laptop for you?', 'No');
  await types(page, 'Who is it for?', 'Ben Okafor');
  await expectQuestion(page, 'Why is it needed?');

  await network.cut();
  await chooses(page, 'Why is it needed?', 'There is none yet');
  await chooses(page, 'Which one suits the work?', 'Standard, 15 inches');
  await chooses(page, 'What should come with it?', 'Headset');
  await picksDay(page, 'When is it needed?', 'In a week');
  await chooses(page, 'Where shall we hand it over?', 'At the service desk');
  await page.getByRole('button', { name: 'Send' }).click();

  await expect(page.getByRole('heading', { name: 'Waiting to send' })).toBeVisible();
  await expect(page.getByText(/Received/)).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Write a reply' }).fill('He starts at eight.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('He starts at eight.')).toBeVisible();
  await page.getByRole('button', { name: 'Chase it' }).click();
  await expect(page.getByRole('link', { name: /3 waiting/ })).toBeVisible();
  await browser.close();

  browser = await profile.open();
  page = await browser.newPage();
  await page.goto('/sync');
  await expect(page.getByRole('heading', { level: 1, name: /3 things wait/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Offline/ })).toBeVisible();
  expect((await desk.tickets()).length).toBe(before.length);

  await network.restore();
  await page.getByRole('button', { name: /Send now|Ask the desk now/ }).click();
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();

  const raised = (await desk.tickets()).filter(({ id }) => !before.some((ticket) => ticket.id === id));
  expect(raised).toHaveLength(1);
  const entries = await desk.entries(raised[0]?.id ?? '');
  expect(entries.map(({ body }) => body.kind)).toEqual(['raised', 'message', 'chase']);

  await page.goto(`/tickets/${raised[0]?.id}`);
  await expect(page.getByText('He starts at eight.')).toHaveCount(1);
  await expect(page.getByText(raised[0]?.number ?? '?').first()).toBeVisible();
  await browser.close();
  profile.remove();
});
