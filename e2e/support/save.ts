import { expect, type Page } from '@playwright/test';
import { routes } from '../../src/contract/routes.ts';

/** Does something that is sent, until the desk has it: that all is sent is said before, too. The service worker may be who sends it. */
export const untilTaken = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const taken = page.context().waitForEvent('response', (response) => response.url().endsWith(routes.actions) && response.ok());
  await act();
  await taken;
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
};

/** What is on the page of an administrator. */
export const saves = (page: Page): Promise<void> => untilTaken(page, () => page.getByRole('button', { name: 'Save' }).click());

export const savesBecause = async (page: Page, reason: string): Promise<void> => {
  await page.getByLabel('Why is it changed?').fill(reason);
  await saves(page);
};
