/** Getting about without a mouse. */
import { expect, type Locator, type Page } from '@playwright/test';

const mostStops = 80;

/** Tab after Tab until it has the focus, as somebody without a mouse does; or back, by Shift and Tab. */
export const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no way by keyboard to ${String(target)}`);
};
