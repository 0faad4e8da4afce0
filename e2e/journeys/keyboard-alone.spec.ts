/** The whole main job without a mouse: every stop can be reached, is seen to have the focus, and says what happened. */
import type { Page } from '@playwright/test';
import { openDesk } from '../support/desk.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/test.ts';

const expectFocusedQuestion = async (page: Page, question: string): Promise<void> => {
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText(question);
  await expect(heading).toBeFocused();
};

test('Ada raises a request, replies and signs out by keyboard alone', async ({ page, server }) => {
  const desk = await openDesk(server.address);
  const before = await desk.tickets();
  await page.goto('/');
  await tabTo(page, page.getByLabel('User name'));
  await page.keyboard.type('ada');
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type('ada-portico');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toBeVisible();

  await page.keyboard.press('Tab');
  await tabTo(page, page.getByRole('link', { name: 'Services' }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Services' })).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: /^Forgotten password/ }).first());
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Begin' }));
  await page.keyboard.press('Enter');

  const choose = async (question: string, option: string): Promise<void> => {
    await expectFocusedQuestion(page, question);
    const radio = page.getByRole('radio', { name: option });
    await tabTo(page, page.getByRole('radio').first());
    for (let step = 0; step < 10 && !(await radio.isChecked()); step += 1) await page.keyboard.press(step === 0 ? 'Space' : 'ArrowDown');
    await expect(radio).toBeChecked();
    await page.keyboard.press('Enter');
  };
  await choose('Which password is it?', 'Computer and e-mail');
  await choose('Might somebody else know your password?', 'No');
  await choose('How can we make sure that it is you?', 'I come to the service desk with my badge');
  await expectFocusedQuestion(page, 'Check your answers');
  await tabTo(page, page.getByRole('button', { name: 'Send' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Received as / })).toBeVisible();
  const announced = page.locator('[aria-live="polite"]').first();
  await expect(announced).toContainText(/Received as/);

  await tabTo(page, page.getByRole('textbox', { name: 'Write a reply' }));
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('By keyboard')).toBeVisible();
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  const raised = (await desk.tickets()).filter(({ id }) => !before.some((ticket) => ticket.id === id));
  expect(raised).toHaveLength(1);
  expect((await desk.entries(raised[0]?.id ?? '')).map(({ body }) => body.kind)).toEqual(['raised', 'message']);

  await tabTo(page, page.getByRole('button', { name: /^Account of/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Sign out' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
