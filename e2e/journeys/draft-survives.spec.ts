/** Nothing typed is ever lost: not by a reload, a crash, an ended session or a sign-out. */
import { createProfile } from '../support/browser.ts';
import { asksToSignOut, endSession, signIn, signsInAgain } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { chooses, expectQuestion } from '../support/wizard.ts';

test('a draft survives a reload, a crash, the end of the session and a sign-out, at the question where it stood', async ({ network }) => {
  const profile = createProfile(network.address);
  let browser = await profile.open();
  let page = await browser.newPage();
  const name = 'Who is it for?';
  await signIn(page, 'ada', '/services/laptop');
  await page.getByRole('button', { name: 'Begin' }).click();
  await chooses(page, 'Is the laptop for you?', 'No');
  await expectQuestion(page, name);
  await page.getByRole('textbox', { name }).fill('Ben O');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const address = page.url();

  await page.reload();
  await expectQuestion(page, name);
  await expect(page.getByRole('textbox', { name })).toHaveValue('Ben O');

  await profile.kill(browser);
  browser = await profile.open();
  // A browser that is killed may lose its newest cookie; this one always does.
  await browser.clearCookies();
  page = await browser.newPage();
  await page.goto('/');
  await signsInAgain(page, 'ada');
  await page.getByRole('link', { name: /^Resume: A laptop/ }).click();
  await expectQuestion(page, name);
  await expect(page.getByRole('textbox', { name })).toHaveValue('Ben O');

  await page.getByRole('textbox', { name }).fill('Ben Ok');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await browser.clearCookies();
  await page.reload();
  await signsInAgain(page, 'ada');
  await expect(page.getByRole('textbox', { name })).toHaveValue('Ben Ok');

  await asksToSignOut(page);
  await page.getByRole('button', { name: 'Keep and sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, 'ada', new URL(address).pathname);
  await expectQuestion(page, name);
  await expect(page.getByRole('textbox', { name })).toHaveValue('Ben Ok');
  await browser.close();
  profile.remove();
});

test('a session that ends while somebody writes takes none of their keys: they finish, and sign in when they like', async ({ page, server }) => {
  await signIn(page, 'ada', '/services/something-else');
  await page.getByRole('button', { name: 'Begin' }).click();
  const field = page.getByRole('textbox', { name: 'What is it about?' });
  await field.pressSequentially('A chair that ');
  await endSession(page.context(), server.address);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  const signInAgain = page.getByRole('button', { name: 'Sign in again' });
  await expect(signInAgain).toBeVisible();
  await page.keyboard.type('does not turn');
  await expect(field).toHaveValue('A chair that does not turn');

  await signInAgain.click();
  await signsInAgain(page, 'ada');
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  await expect(field).toHaveValue('A chair that does not turn');
});
