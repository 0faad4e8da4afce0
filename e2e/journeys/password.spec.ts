/** A forgotten password: a letter, a link, a new one, and in. */
import { expectNoViolations } from '../support/axe.ts';
import { letterTo, linkIn } from '../support/letters.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';

test('Ben forgot his password: a letter brings a link, he sets a new one by keyboard alone, and the link is over', async ({ page, server }) => {
  await page.goto('/password');
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await page.keyboard.type('ben');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('name@example.org');
  await expectNoViolations(page);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('ben@northwind.example');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Look into your mail' })).toBeFocused();
  await expectNoViolations(page);

  const link = linkIn(await letterTo(server, 'ben@northwind.example', /Set a new password/));
  await page.goto(link);
  await expect(page.getByText('For Ben Okafor. You sign in with the user name ben.')).toBeVisible();
  await expect(page.getByLabel('New password')).toBeFocused();
  await page.keyboard.type('Ben Okafor 1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('not enough yet');
  await expectNoViolations(page);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('three green umbrellas');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Ben/ })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'This link is over' })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Back to signing in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toBeVisible();
});

test('a link that is opened while somebody else is signed in sets the password and leaves them where they are', async ({ page, server }) => {
  await signIn(page, 'ada');
  await page.request.post('/api/password/link', { data: { email: 'cleo@northwind.example' } });
  await page.goto(linkIn(await letterTo(server, 'cleo@northwind.example', /Set a new password/)));
  await page.getByLabel('New password').fill('three green umbrellas');
  await page.getByRole('button', { name: 'Set it and sign in' }).click();
  await expect(page.getByText('Ada Lovell is signed in on this device.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on as Ada Lovell' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Ada/ })).toBeVisible();
});

test('without a network the page of a link says so, and looks again when there is one', async ({ page, server, network }) => {
  await page.request.post('/api/password/link', { data: { email: 'gus@northwind.example' } });
  const link = linkIn(await letterTo(server, 'gus@northwind.example', /Set a new password/));
  await page.goto('/');
  await untilOpensOffline(page);
  await network.cut();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'The desk cannot be reached' })).toBeVisible();
  await expectNoViolations(page);
  await network.restore();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('For Gus Green.')).toBeVisible();
});
