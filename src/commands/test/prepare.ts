/** What the tests need beside the packages: a browser and PostgreSQL's programs, found or installed. */
import { findBrowser } from '../find-browser.ts';
import { existsSync } from 'node:fs';
import { canInstallPackages, installPackages, installPostgres, installRequestTracker } from './debian-packages.ts';
import { findPostgres } from './find-postgres.ts';
import { runCommand } from './run-command.ts';

export const prepareBrowser = async (): Promise<string> => {
  const found = findBrowser();
  if (found) return found;
  if (canInstallPackages()) await installPackages('chromium', 'fonts-liberation');
  else await runCommand('playwright', ['install', 'chromium']);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error('No browser: install Chromium or Google Chrome, or say where one is: PORTICO_BROWSER=/path/to/chromium npm test');
};

/** Undefined where there is none and none can be installed: those tests are then skipped, and the count says so. */
export const preparePostgres = async (): Promise<string | undefined> => {
  const found = findPostgres();
  if (found) return found;
  if (canInstallPackages()) await installPostgres();
  return findPostgres();
};

/** False where there is none and none can be installed. */
export const prepareRequestTracker = async (): Promise<boolean> => {
  const isThere = (): boolean => ['/usr/bin/starman', '/usr/sbin/rt-setup-database-5', '/usr/share/request-tracker5/libexec/rt-server'].every(existsSync);
  if (!isThere() && canInstallPackages()) await installRequestTracker();
  return isThere();
};
