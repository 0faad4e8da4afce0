/** Every fault of the network, at moments that a seed chooses: whatever was said is at the desk once, and in order. */
import type { Page } from '@playwright/test';
import type { Fault } from '../support/fault-proxy.ts';
import { messagesAtTheDesk, raiseTicket, sendsReply } from '../support/raise.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { byNextTry, expect, test } from '../support/test.ts';

const seeds = Array.from({ length: 10 }, (_, index) => index + 1);

const faults: readonly (readonly [string, Fault])[] = [
  ['lost on the way', { kind: 'drop-before' }],
  ['answers lost on the way back', { kind: 'drop-after' }],
  ['delivered twice', { kind: 'duplicate' }],
  ['half an answer', { kind: 'truncate', bytes: 40 }],
  ['the page of a captive portal', { kind: 'captive-portal' }],
  ['slow on the way', { kind: 'delay-before', ms: 700 }],
  ['slow on the way back', { kind: 'delay-after', ms: 700 }],
  ['a server error', { kind: 'status', status: 500 }],
  ['a bad deploy', { kind: 'status', status: 400, body: 'Bad Request' }],
  ['"too many requests"', { kind: 'status', status: 429, headers: { 'Retry-After': '1' } }],
];

/** Chance that can be had again (a linear congruential generator, Numerical Recipes). */
const createDice = (seed: number): ((sides: number) => number) => {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * sides);
  };
};

const paths = [/^\/api\/actions/, /^\/api\/changes\?/] as const;

for (const [name, fault] of faults) {
  for (const seed of seeds) {
    test(`${name}, seed ${seed}: what was said is at the desk once, and in order`, async ({ page, network, server }) => {
      const ticketId = await raiseTicket(server.address, 'ada');
      await signIn(page, 'ada', `/tickets/${ticketId}`);
      await untilOpensOffline(page);
      await expect(page.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
      const dice = createDice(seed * 7_919);
      const said: string[] = [];
      let isCut = false;
      for (let step = 0; step < 8; step += 1) {
        if (dice(3) === 0) network.arm({ path: paths[dice(paths.length)] ?? paths[0] }, fault, 1 + dice(2));
        const becomesCut: boolean = dice(4) === 0 ? !isCut : isCut;
        if (becomesCut !== isCut) await (becomesCut ? network.cut() : network.restore());
        isCut = becomesCut;
        if (dice(5) === 0) await reload(page);
        said.push(`said ${step}`);
        await sendsReply(page, `said ${step}`);
      }
      network.disarm();
      if (isCut) await network.restore();
      await reload(page);
      await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible(byNextTry);
      expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(said);
    });
  }
}

const reload = async (page: Page): Promise<void> => {
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
};
