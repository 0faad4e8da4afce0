/** Accessibility of what is on the screen now, by WCAG 2.2 AA, in both themes. */
import axe, { type RunOptions } from 'axe-core';
import { expect, type Page } from '@playwright/test';

const everything: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] };

/** Themes differ in nothing but colour, so the second one is asked about colours only. */
export const expectNoViolations = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.evaluate(axe.source);
  expect(await violations(page, everything), `light: ${page.url()}`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violations(page, colours), `dark: ${page.url()}`).toEqual([]);
};

const violations = (page: Page, options: RunOptions): Promise<readonly string[]> =>
  page.evaluate(async (asked) => {
    const { axe: injected } = globalThis as unknown as { readonly axe: typeof axe };
    // What a header that sticks lies over is cut to pieces, and those are too small a target to one of the rules.
    const at = scrollY;
    scrollTo(0, 0);
    const { violations: found } = await injected.run(asked);
    scrollTo(0, at);
    return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, options);
