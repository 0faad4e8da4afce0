import { expect, type Page } from '@playwright/test';
import { routes } from '../../src/contract/routes.ts';

/** What is on the page of an administrator, until the desk has it: that all is sent is said before the save, too. */
export const saves = async (page: Page): Promise<void> => {
  const taken = page.waitForResponse((response) => response.url().endsWith(routes.actions) && response.ok());
  await page.getByRole('button', { name: 'Save' }).click();
  await taken;
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
};
