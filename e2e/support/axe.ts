/** Accessibility of what is on the screen now, by WCAG 2.2 AA, in both themes. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Themes differ in nothing but colour, so the second one is asked about colours only. */
export const expectNoViolations = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await violations(axe(page).withTags(standards)), `light: ${page.url()}`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violations(axe(page).withRules(['color-contrast'])), `dark: ${page.url()}`).toEqual([]);
};

/** The other mode opens a page of its own for frames, of which there are none here: it takes twice as long. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true);

const violations = async (builder: AxeBuilder): Promise<readonly string[]> =>
  (await builder.analyze()).violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
