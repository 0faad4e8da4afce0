/** The main job: from the first question to the desk, with a look back and a change of mind on the way. */
import { openDesk } from '../support/desk.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { chooses, expectQuestion, picksDay, types } from '../support/wizard.ts';

test('Ada asks for a laptop, changes one answer in the review, and the desk has it once', async ({ page, server }) => {
  const desk = await openDesk(server.address);
  const before = await desk.tickets();

  await signIn(page, 'ada');
  await page.getByRole('link', { name: 'Services' }).first().click();
  await page.getByRole('link', { name: /^A laptop/ }).click();
  await page.getByRole('button', { name: 'Begin' }).click();

  await chooses(page, 'Is the laptop for you?', 'No');
  await types(page, 'Who is it for?', 'Ben Okafor');
  await chooses(page, 'Why is it needed?', 'There is none yet');
  await chooses(page, 'Which one suits the work?', 'Standard, 15 inches');
  await chooses(page, 'What should come with it?', 'Docking station', 'Headset');
  await picksDay(page, 'When is it needed?', 'In a week');
  await chooses(page, 'Where shall we hand it over?', 'At the service desk');

  await expectQuestion(page, 'Check your answers');
  await expect(page.getByText('Docking station, Headset')).toBeVisible();
  await page.getByRole('button', { name: 'Change: Who is it for?' }).click();
  await types(page, 'Who is it for?', 'Ben Okafor, new in the mail room');
  await page.getByRole('button', { name: 'Send' }).click();

  await expect(page.getByRole('heading', { name: /^Received as / })).toBeVisible();
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();

  const raised = (await desk.tickets()).filter(({ id }) => !before.some((ticket) => ticket.id === id));
  expect(raised).toHaveLength(1);
  const number = raised[0]?.number ?? '';
  await expect(page.getByRole('heading', { name: `Received as ${number}` })).toBeVisible();
  expect(raised[0]?.answers.map(({ label }) => label)).toEqual([
    'Is the laptop for you?',
    'Who is it for?',
    'Why is it needed?',
    'Which one suits the work?',
    'What should come with it?',
    'When is it needed?',
    'Where shall we hand it over?',
  ]);

  await page.getByRole('link', { name: 'My tickets' }).first().click();
  await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
});
