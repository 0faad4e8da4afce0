/** The device itself misbehaves: its clock, its disk, its database. */
import { createProfile } from '../support/browser.ts';
import { messagesAtTheDesk, raiseTicket, sendsReply } from '../support/raise.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';

declare const databases: { readonly open: Set<IDBDatabase>; readonly durabilities: string[] };

/** Runs in the page before its own script: which databases it has used, and how durably the outbox was written to. */
const watchDatabases = (): void => {
  const watched: typeof databases = { open: new Set(), durabilities: [] };
  Object.assign(globalThis, { databases: watched });
  // oxlint-disable-next-line unbound-method -- it is called with the database it belongs to
  const original = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args: Parameters<typeof original>) {
    const transaction = original.apply(this, args);
    watched.open.add(this);
    if (this.name.endsWith(':outbox') && transaction.mode === 'readwrite') watched.durabilities.push(transaction.durability);
    return transaction;
  };
};

test('what is performed is in a strict transaction', async ({ page, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await page.addInitScript(watchDatabases);
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await sendsReply(page, 'on the disk');
  const durabilities = await page.evaluate(() => databases.durabilities);
  expect(durabilities.length).toBeGreaterThan(0);
  expect(new Set(durabilities)).toEqual(new Set(['strict']));
});

test('the clock is set back a day between two replies: they arrive in the order they were written', async ({ page, network, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
  await network.cut();
  await sendsReply(page, 'first');
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 86_400_000;
  });
  await sendsReply(page, 'second');
  await network.restore();
  await page.getByRole('link', { name: /on this device/ }).click();
  await page.getByRole('button', { name: /Send now|Ask the desk now/ }).click();
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual(['first', 'second']);
});

test('the database is closed under the page: it opens again, and what is typed goes on', async ({ page, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await page.addInitScript(watchDatabases);
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  await page.evaluate(() => {
    // What a browser does that lost its connection to the disk: closed, and told.
    for (const database of databases.open) {
      database.close();
      database.dispatchEvent(new Event('close'));
    }
  });
  await sendsReply(page, 'after the storm');
  await expect.poll(() => messagesAtTheDesk(server.address, ticketId)).toEqual(['after the storm']);
});

test('the disk is full: it is said, the text stays in its box, and nothing is half done', async ({ page, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  // As browsers tell it: a request fails and takes its transaction with it.
  await page.addInitScript(() => {
    for (const name of ['put', 'add'] as const) {
      const original = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
        if ((globalThis as { diskIsFull?: boolean }).diskIsFull) throw new DOMException('the disk is full', 'QuotaExceededError');
        return original.apply(this, args);
      };
    }
  });
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toBeVisible();
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { diskIsFull: true }));
  await page.getByRole('textbox', { name: 'Write a reply' }).fill('what I have to say');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/this device is full/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Write a reply' })).toHaveValue('what I have to say');
  expect(await messagesAtTheDesk(server.address, ticketId)).toEqual([]);
  await page.evaluate(() => Object.assign(globalThis, { diskIsFull: false }));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => messagesAtTheDesk(server.address, ticketId)).toEqual(['what I have to say']);
});

test('the network goes as soon as the first visit is kept: the next one opens without it', async ({ page, network }) => {
  await signIn(page, 'ada');
  await untilOpensOffline(page);
  await network.cut();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /Ada/ })).toBeVisible();
});

test('a browser that may keep nothing says so and what helps, and never shows a blank page', async ({ server }) => {
  const profile = createProfile(server.address);
  profile.forbidSiteData();
  const context = await profile.open();
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'This browser does not let the portal keep anything' })).toBeVisible();
  await expect(page.getByText(/Allow site data \(cookies\) for this address/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Load again' })).toBeVisible();
  await context.close();
  profile.remove();
});
