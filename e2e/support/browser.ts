/** A browser with a profile on the disk, which can be killed as a crash or an empty battery would. */
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { browserFlags, findBrowser } from '../../src/commands/find-browser.ts';

export const launchOptions = (): { readonly executablePath: string; readonly args: string[] } => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('There is no browser here: npm test finds or installs one.');
  return { executablePath, args: [...browserFlags] };
};

export type Profile = {
  /** Opens the browser on this profile, as the person left it. */
  readonly open: () => Promise<BrowserContext>;
  /** SIGKILL to the browser of this profile alone; resolves when it is dead. */
  readonly kill: (context: BrowserContext) => Promise<void>;
  /** Site data is blocked, as a careful person or an administrator sets it; before it is opened. */
  readonly forbidSiteData: () => void;
  readonly remove: () => void;
};

export const createProfile = (baseURL: string): Profile => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-profile-'));
  return {
    open: () => chromium.launchPersistentContext(folder, { ...launchOptions(), baseURL }),
    kill: async (context) => {
      const closed = new Promise((resolve) => context.once('close', resolve));
      process.kill(pidOf(folder), 'SIGKILL');
      await closed;
    },
    forbidSiteData: () => {
      mkdirSync(join(folder, 'Default'), { recursive: true });
      const blocked = 2;
      writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: blocked } } }));
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
};

/** Chromium writes host and process id into a link in the profile, so that no second one opens it. */
const pidOf = (folder: string): number => {
  const pid = Number(/-(\d+)$/.exec(readlinkSync(join(folder, 'SingletonLock')))?.[1]);
  if (!Number.isInteger(pid)) throw new Error(`no browser runs on ${folder}`);
  return pid;
};
