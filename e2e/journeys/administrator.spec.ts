/** An administrator decides what holds in a partition, beside the people whom it concerns and beside another administrator. */
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openDesk } from '../support/desk.ts';
import { tabTo } from '../support/keyboard.ts';
import { savesSettingsElsewhere } from '../support/raise.ts';
import { savesBecause } from '../support/save.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { byNextTry, expect, test } from '../support/test.ts';

const calls = (page: Page): Locator => page.getByRole('region', { name: 'Chasing calls' });
const minutes = (page: Page): Locator => calls(page).getByLabel('Minutes between two chases');

const opensSettings = async (page: Page, partition: string): Promise<void> => {
  await signIn(page, 'sam', `/admin/settings/${partition}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Portal settings' })).toBeVisible();
  await expect(minutes(page)).toBeVisible();
  await expect(page.getByLabel('Partition').locator('option:checked')).toHaveText(partition === 'hospital' ? 'Hospital Trust' : 'Council Services');
};

/** What covers the middle of whatever has the focus; null for nothing. */
const isFocusCovered = (): string | null => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isOwn = at !== null && (focused.contains(at) || at.contains(focused) || focused.closest('label')?.contains(at) === true);
  return isOwn ? null : `${focused.outerHTML} by ${at?.outerHTML ?? 'the edge of the window'}`;
};

test('chasing is switched off in one partition: there the button goes while people look, elsewhere it stays, and it comes back', async ({
  browser,
  network,
  server,
}) => {
  const [sam, ben, cleo] = await Promise.all(['sam', 'ben', 'cleo'].map(async () => (await browser.newContext({ baseURL: network.address })).newPage()));
  if (!sam || !ben || !cleo) throw new Error('three pages are needed');
  const openCallOf = async (person: 'ben' | 'cleo'): Promise<string> => {
    const desk = await openDesk(server.address, person);
    const call = (await desk.tickets()).find(({ kind, statuses }) => kind === 'call' && ['new', 'in-progress'].includes(statuses.at(-1)?.status ?? ''));
    if (!call) throw new Error(`an open call of ${person}'s is needed`);
    return call.id;
  };
  await signIn(ben, 'ben', `/tickets/${await openCallOf('ben')}`);
  await signIn(cleo, 'cleo', `/tickets/${await openCallOf('cleo')}`);
  const chasing = (page: Page): Locator => page.getByRole('heading', { name: 'Taking too long?' });
  await expect(chasing(ben)).toBeVisible();
  await expect(chasing(cleo)).toBeVisible();

  await opensSettings(sam, 'hospital');
  await calls(sam).getByRole('checkbox', { name: 'People can chase' }).uncheck();
  await savesBecause(sam, 'Too many at night');
  await expect(chasing(cleo)).toHaveCount(0);
  await expect(chasing(ben)).toBeVisible();
  await expect(sam.getByText('Chasing calls: People can chase: on → off')).toBeVisible();
  await expectNoViolations(sam);

  await calls(sam).getByRole('checkbox', { name: 'People can chase' }).check();
  await savesBecause(sam, 'Back again');
  await expect(chasing(cleo)).toBeVisible();
  await Promise.all([sam, ben, cleo].map((page) => page.context().close()));
});

test('what is typed survives the page, a wrong value is said where it is, and a reason is asked for where the desk wants one', async ({ page }) => {
  await opensSettings(page, 'hospital');
  await minutes(page).fill('half an hour');
  await page.getByLabel('Why is it changed?').fill('  ');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(minutes(page)).toBeFocused();
  await expect(page.getByText('Write a whole number from 0 to 10,080.')).toBeVisible();
  await expect(page.getByText('Say why: the desk asks for a reason')).toBeVisible();
  await expectNoViolations(page);
  await page.reload();
  await expect(minutes(page)).toHaveValue('half an hour');
  await expect(page.getByText('1 change is not saved')).toBeVisible();
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(minutes(page)).toHaveValue('30');
  await page.reload();
  await expect(minutes(page)).toHaveValue('30');
});

test('saved without a network it stands here at once and is sent later; who was overtaken meanwhile sees both, and loses nothing', async ({
  page,
  network,
  server,
}) => {
  await opensSettings(page, 'hospital');
  await untilOpensOffline(page);
  await network.cut();
  await minutes(page).fill('45');
  await page.getByLabel('Why is it changed?').fill('Wards asked for it');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('What you saved last waits to be sent.')).toBeVisible();
  await page.reload();
  await expect(minutes(page)).toHaveValue('45');
  await savesSettingsElsewhere(server.address, 'sam', 'hospital', [{ place: 'chase.call.waitMinutes', from: 30, to: 20 }], 'Elsewhere');
  await network.restore();

  await expect(page.getByRole('heading', { name: 'Your change was not taken' })).toBeVisible(byNextTry);
  await expect(page.getByRole('status').filter({ hasText: 'Your change was not taken' })).toBeAttached();
  await expect(page.getByRole('row', { name: 'Chasing calls: Minutes between two chases 45 20' })).toBeVisible();
  await expect(page.getByText('Sam Ortega changed some of it meanwhile')).toBeVisible();
  await expect(minutes(page)).toHaveValue('20');
  await expectNoViolations(page);
  await page.goto('/sync');
  await page.getByRole('link', { name: /Portal settings/ }).click();
  await page.getByRole('button', { name: 'Put mine into the form' }).click();
  await expect(minutes(page)).toHaveValue('45');
  await expect(page.getByRole('heading', { name: 'Your change was not taken' })).toHaveCount(0);
  await expect(page.getByLabel('Why is it changed?')).toHaveValue('Wards asked for it');
  await savesBecause(page, 'Wards asked for it');
  await expect(page.getByText('Chasing calls: Minutes between two chases: 20 → 45')).toBeVisible();

  // While it is typed, what somebody else saves is told beside it.
  await minutes(page).fill('50');
  await savesSettingsElsewhere(server.address, 'sam', 'hospital', [{ place: 'chase.call.waitMinutes', from: 45, to: 30 }], 'As it was');
  await expect(page.getByText('Changed by somebody else meanwhile: it is now “30”.')).toBeVisible();
  await expect(minutes(page)).toHaveValue('50');
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(minutes(page)).toHaveValue('30');
});

for (const [where, viewport] of [
  ['on a desktop', { width: 1280, height: 800 }],
  ['on a phone', { width: 390, height: 844 }],
] as const) {
  test(`${where}, while something is unsaved, Save is in sight wherever somebody is in the form, and covers nothing that has the focus`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await opensSettings(page, 'council');
    const [save, reason] = [page.getByRole('button', { name: 'Save' }), page.getByLabel('Why is it changed?')];
    await expect(save).not.toBeInViewport();
    await minutes(page).fill('45');
    await expect(save).toBeInViewport({ ratio: 1 });
    await expectNoViolations(page);
    await minutes(page).focus();
    const isReached = async (): Promise<boolean> => reason.evaluate((element) => element === document.activeElement);
    for (let stop = 0; stop < 200 && !(await isReached()); stop += 1) {
      expect(await page.evaluate(isFocusCovered)).toBe(null);
      await page.keyboard.press('Tab');
    }
    await expect(reason).toBeFocused();
    // What sticks is written in and pressed without a leap to where it stands.
    await minutes(page).focus();
    const sticking = where === 'on a desktop' ? reason : save;
    await sticking.focus();
    if (sticking === reason) await page.keyboard.type('Wards asked for it');
    await expect(minutes(page)).toBeInViewport();
    await page.getByRole('button', { name: 'Put back' }).click();
    await minutes(page).scrollIntoViewIfNeeded();
    await expect(save).not.toBeInViewport();
  });
}

test('each partition has its own page, chosen at its top, and an address that names none says so', async ({ page }) => {
  await opensSettings(page, 'council');
  await expect(minutes(page)).toHaveValue('60');
  await page.getByLabel('Partition').selectOption('Hospital Trust');
  await expect(minutes(page)).toHaveValue('30');
  await expect(page).toHaveURL(/hospital$/);
  await page.goBack();
  await expect(minutes(page)).toHaveValue('60');
  await page.goto('/admin/settings/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no such partition' })).toBeVisible();
  await expectNoViolations(page);
});

test('nobody else has the page, and nothing of it is on their device', async ({ page }) => {
  await signIn(page, 'gus', '/admin/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'This page is for administrators' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0);
  await expectNoViolations(page);
});

const ways: readonly { readonly by: string; readonly opens: (page: Page, way: Locator) => Promise<void> }[] = [
  { by: 'by clicks', opens: (_, way) => way.click() },
  {
    by: 'by keyboard alone',
    opens: async (page, way) => {
      await tabTo(page, way);
      await page.keyboard.press('Enter');
    },
  },
];
for (const { by, opens } of ways)
  test(`000.3: from the portal’s menu to the settings of a partition, ${by}`, async ({ page }) => {
    await signIn(page, 'sam');
    await opens(page, page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Settings' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Portal settings' })).toBeFocused();
    await opens(page, page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Registration' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Registration' })).toBeVisible();
    await opens(page, page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Portal settings' }));
    const partition = page.getByLabel('Partition');
    await expect(partition.locator('option:checked')).toHaveText('Council Services');
    await tabTo(page, partition);
    await page.keyboard.press('ArrowDown');
    await expect(partition.locator('option:checked')).toHaveText('Hospital Trust');
    await expect(page).toHaveURL(/\/admin\/settings\/hospital$/);
    // The parts that the page has (seed 000, statement 3).
    for (const name of ['Registering', 'Chasing calls', 'Chasing requests', 'Chat'])
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
    await expect(minutes(page)).toHaveValue('30');
  });

test('000.3: whoever lacks the right sees no way there', async ({ browser, network }) => {
  for (const person of ['ada', 'gus', 'mia'] as const) {
    const page = await (await browser.newContext({ baseURL: network.address })).newPage();
    await signIn(page, person);
    await expect(page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Home' })).toBeVisible();
    await page.getByRole('button', { name: /^Account of/ }).click();
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await expect(page.getByRole('link', { name: /Settings|Administration/ })).toHaveCount(0);
    await expect(page.locator('a[href^="/admin"]')).toHaveCount(0);
    await page.context().close();
  }
});
