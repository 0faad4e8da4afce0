/** How a partition's portal looks, set by an administrator beside the people who see it (seed 003, statement 2). */
import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { savesBecause } from '../support/save.ts';
import { comes, signIn, untilOpensOffline } from '../support/sign-in.ts';
import { expect, testAlone as test } from '../support/test.ts';

const look = (page: Page): Locator => page.getByRole('region', { name: 'Look' });
const colour = (page: Page, screens: 'light' | 'dark'): Locator => look(page).getByLabel(`Colour on ${screens} screens`, { exact: true });
const header = (page: Page): Locator => page.getByRole('banner');

const opensLook = async (page: Page): Promise<void> => {
  await signIn(page, 'sam', '/admin/settings/council');
  await expect(look(page)).toBeVisible();
};

/** A file as somebody would choose it: drawn in the browser, larger than any picture of a look may be. */
const aPicture = async (page: Page, of: string) => {
  const base64 = await page.evaluate((colourOf) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1_800, height: 700 });
    const paper = canvas.getContext('2d');
    if (!paper) throw new Error('no canvas');
    for (let at = 0; at < 6_000; at += 1) {
      paper.fillStyle = at % 2 === 0 ? colourOf : `hsl(${at % 360} 60% 50%)`;
      paper.fillRect((at * 397) % 1_800, (at * 211) % 700, 40, 25);
    }
    return canvas.toDataURL('image/png').replace(/^.*,/, '');
  }, of);
  return { name: `${of}.png`, mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') };
};

/** The colour of links, as it is painted. */
const painted = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.style.getPropertyValue('--brand-light'));
/** How many letters the picture behind the greeting has as it is painted; none where there is none. */
const bannerLength = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.style.getPropertyValue('--banner').length);

test('003.2: what Sam sets is on the pages that Ada has open, at once and after a start without a network, and not at the hospital', async ({
  browser,
  network,
}) => {
  const [ada, cleo, sam] = await Promise.all([
    comes(browser, network.address, 'ada', '/'),
    comes(browser, network.address, 'cleo', '/'),
    comes(browser, network.address, 'sam', '/admin/settings/council'),
  ]);
  const tickets = await ada.context().newPage();
  await tickets.goto('/tickets');
  await expect(ada.getByRole('heading', { level: 1, name: /^Good .*Ada/ })).toBeVisible();
  const usual = await painted(cleo);

  // Colours as near to what is refused as there are: what scans the pages must find them readable.
  await colour(sam, 'light').fill('#0070c4');
  await colour(sam, 'dark').fill('#269ef9');
  await look(sam).getByRole('textbox', { name: 'Greeting' }).fill('Good to see you, {name}');
  await look(sam)
    .getByRole('button', { name: 'Picture behind the greeting Choose' })
    .setInputFiles(await aPicture(sam, 'teal'));
  await look(sam)
    .getByRole('button', { name: 'Logo Choose' })
    .setInputFiles(await aPicture(sam, 'navy'));
  await expect(look(sam).getByText('Good to see you, Sam')).toHaveCount(2);
  await expect(look(sam).getByRole('button', { name: 'Take away' })).toHaveCount(2);
  await expectNoViolations(sam);
  await savesBecause(sam, 'The new house colours');

  await expect(ada.getByRole('heading', { level: 1, name: 'Good to see you, Ada' })).toBeVisible();
  await expect.poll(() => bannerLength(ada)).toBeGreaterThan(1_000);
  for (const page of [ada, tickets]) {
    await expect.poll(() => painted(page)).toBe('#0070c4');
    await expect(header(page).locator('img')).toHaveAttribute('src', /^data:image/);
    await expectNoViolations(page);
  }
  await expect(sam.getByText('Look: Picture behind the greeting: no picture → a picture')).toBeVisible();
  expect(await painted(cleo)).toBe(usual);
  await expect(cleo.getByRole('heading', { level: 1, name: /^Good .*Cleo/ })).toBeVisible();
  await expect(header(cleo).locator('img')).toHaveCount(0);

  await untilOpensOffline(ada);
  await network.cut();
  await ada.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenColours: seen });
    // From the first thing that is painted on: whatever colour the page has had.
    new MutationObserver(() => {
      const now = document.documentElement.style.getPropertyValue('--brand-light');
      if (document.getElementById('app')?.firstChild && seen.at(-1) !== now) seen.push(now);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await ada.reload();
  await expect(ada.getByRole('heading', { level: 1, name: 'Good to see you, Ada' })).toBeVisible();
  await expect(ada.getByRole('link', { name: /Offline/ })).toBeVisible();
  expect(await bannerLength(ada)).toBeGreaterThan(1_000);
  expect(await ada.evaluate(() => (globalThis as unknown as { seenColours: string[] }).seenColours)).toEqual(['#0070c4']);
  await network.restore();

  // Signed out, the device belongs to nobody, and to no partition.
  await ada.getByRole('button', { name: /^Account of/ }).click();
  await ada.getByRole('button', { name: 'Sign out' }).click();
  await expect(ada.getByLabel('User name')).toBeVisible();
  await expect.poll(() => painted(ada)).toBe(usual);

  await look(sam).getByRole('button', { name: 'Take away Logo' }).click();
  await look(sam).getByRole('button', { name: 'Take away Picture behind the greeting' }).click();
  await look(sam).getByRole('textbox', { name: 'Greeting' }).fill('');
  await colour(sam, 'light').fill('');
  await colour(sam, 'dark').fill('');
  await savesBecause(sam, 'As it was');
  await expect.poll(() => painted(tickets)).toBe(usual);
  await Promise.all([ada, cleo, sam].map((page) => page.context().close()));
});

test('003.2: a colour that cannot be read is refused with the reason while it is typed, and the preview shows why; nothing of it is saved', async ({
  page,
}) => {
  await opensLook(page);
  const usual = await painted(page);
  await colour(page, 'light').fill('#00a3a3');
  await expect(look(page).getByText('Too light: white text on it cannot be read (3.1 of 4.5).')).toBeVisible();
  await colour(page, 'light').fill('#ffcc00');
  await expect(look(page).getByText('Too light: words of this colour cannot be read on a light page (1.4 of 4.5).')).toBeVisible();
  await colour(page, 'dark').fill('#003355');
  await expect(look(page).getByText(/^Too dark: words of this colour cannot be read on a dark page/)).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(colour(page, 'light')).toBeFocused();
  await expect(page.getByText('2 changes are not saved')).toBeVisible();
  await colour(page, 'dark').fill('blue');
  await expect(look(page).getByText('Write # and six digits')).toBeVisible();
  await page.reload();
  await expect(colour(page, 'light')).toHaveValue('#ffcc00');
  await expect.poll(() => painted(page)).toBe(usual);
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(colour(page, 'light')).toHaveValue('');
});

test('a drawing that may hold script is not taken as a picture, and one that is chosen survives the page', async ({ page }) => {
  await opensLook(page);
  const logo = look(page).getByRole('button', { name: 'Logo Choose' });
  await logo.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
  await expect(look(page).getByText('This cannot be shown. Choose a PNG, JPEG or WebP picture.')).toBeVisible();
  await logo.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') });
  await expect(look(page).getByText('This cannot be shown. Choose a PNG, JPEG or WebP picture.')).toBeVisible();
  await logo.setInputFiles(await aPicture(page, 'navy'));
  await expect(look(page).getByText('This cannot be shown.')).toHaveCount(0);
  await expect(page.getByText('1 change is not saved')).toBeVisible();
  // By the time that this is done it is on the disk.
  await expectNoViolations(page);
  await page.reload();
  await expect(look(page).getByRole('button', { name: 'Take away' })).toBeVisible();
  await look(page).getByRole('button', { name: 'Take away' }).click();
  await expect(logo).toBeFocused();
  await expect(page.getByText('Nothing is changed')).toBeVisible();
});
