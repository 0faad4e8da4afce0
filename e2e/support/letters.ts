/** What people find in their mail. */
import { expect } from '@playwright/test';
import type { Server } from './server.ts';

/** Waits for the letter, which is written a moment after what it tells of. */
export const letterTo = async (server: Server, address: string, subject: RegExp): Promise<string> => {
  const newest = (): string => server.lettersTo(address).findLast((letter) => subject.test(letter)) ?? '';
  await expect.poll(newest, { message: `a letter to ${address}` }).not.toBe('');
  return newest();
};

/** The path of the link in it: the portal is behind another port in a test. */
export const linkIn = (letter: string): string => new URL(/^https?:\S+$/m.exec(letter)?.[0] ?? '').pathname;
