/** People of the sample organisation, signed in as they would do it. */
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { routes } from '../../src/contract/routes.ts';

export type SamplePerson = 'ada' | 'ben' | 'cleo' | 'gus' | 'hal' | 'ines' | 'mia' | 'sam';

export const signIn = async (page: Page, person: SamplePerson, path = '/'): Promise<void> => {
  await page.goto(path);
  await page.getByLabel('User name').fill(person);
  await page.getByLabel('Password', { exact: true }).fill(`${person}-portico`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' }).first()).toBeVisible();
};

/** In a browser of their own. */
export const comes = async (browser: Browser, address: string, person: SamplePerson, path = '/'): Promise<Page> => {
  const page = await (await browser.newContext({ baseURL: address })).newPage();
  await signIn(page, person, path);
  return page;
};

/** Where something is unsent, the portal asks before it lets them go. */
export const asksToSignOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
};

/** The desk forgets this browser's session, as it does when the time is over; the browser hears of it with its next request. */
export const endSession = async (context: BrowserContext, address: string): Promise<void> => {
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(`${address}${routes.session}`, { method: 'DELETE', headers: { Cookie: cookies } });
  if (!response.ok) throw new Error(`the session did not end: status ${response.status}`);
};

/** In the dialog that a session's end opens over the page. */
export const signsInAgain = async (page: Page, person: SamplePerson, justBefore: () => void = () => undefined): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
  await dialog.getByLabel('User name').fill(person);
  await dialog.getByLabel('Password', { exact: true }).fill(`${person}-portico`);
  justBefore();
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
};

/** The portal opens without a network only after the service worker has taken the page: a person's first visit ends there. */
export const untilOpensOffline = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  });
};
