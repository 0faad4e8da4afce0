/** Where a Chromium is: what the environment says, Debian's, Google's, or the one that Playwright downloads. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];
const onMac = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

export const findBrowser = (): string | undefined => {
  const asked = process.env['PORTICO_BROWSER'];
  if (asked !== undefined && !existsSync(asked)) throw new Error(`PORTICO_BROWSER says ${asked}, and there is no such file.`);
  return asked ?? [...usual, ...onMac, chromium.executablePath()].find((path) => existsSync(path));
};

/** A browser that behaves the same on every machine: no first-run pages, no traffic of its own. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
