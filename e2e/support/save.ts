import { expect, type Page } from '@playwright/test';

/** What is on the page of an administrator, until the desk has it. */
export const saves = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
};
