/** A browser with somebody signed in, and the bench's own script in the page. */
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'vite';
import { browserFlags, findBrowser } from '../find-browser.ts';

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserPath(), args: [...browserFlags] });

/** With a profile of its own and an open port, so that another program can drive the same browser. */
export const launchWithProfile = (folder: string, port: number): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { executablePath: browserPath(), args: [...browserFlags, `--remote-debugging-port=${port}`] });

const browserPath = (): string => {
  const path = findBrowser();
  if (path === undefined) throw new Error('There is no browser here: npm test finds or installs one.');
  return path;
};

/** The home page of somebody of the sample organisation, once it works without a network. */
export const signIn = async (context: BrowserContext, address: string, name: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(`${name}-portico`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: /All sent/ }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
};

export const bundleForThePage = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'bench' } },
  });
  const output = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const code = output.find((file) => file.type === 'chunk')?.code;
  if (code === undefined) throw new Error(`${entry} was not built`);
  return code;
};
