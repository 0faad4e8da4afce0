/** The main job through the portal in front of a real Request Tracker, with the network cut in the middle. */
import { createHash } from 'node:crypto';
import { createProfile } from '../support/browser.ts';
import { signIn, signsInAgain, untilOpensOffline } from '../support/sign-in.ts';
import { chooses, expectQuestion, types } from '../support/wizard.ts';
import { createRtAnalyst } from './rt-analyst.ts';
import { expect, test } from './test.ts';

test.describe.configure({ timeout: 180_000 });

/** Bytes that are no text, so that whatever takes them for one changes them. */
const bytes = Buffer.from(Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 256));
const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

test('raised with the network cut in the middle and the browser killed, it is in Request Tracker once, with its answers in their fields and its file byte for byte', async ({
  tracker,
  network,
}) => {
  const profile = createProfile(network.address);
  let browser = await profile.open();
  try {
    let page = await browser.newPage();
    await signIn(page, 'ada');
    await untilOpensOffline(page);
    await page.getByRole('link', { name: 'Services' }).first().click();
    await page.getByRole('link', { name: /Something is broken/ }).click();
    await page.getByRole('button', { name: 'Begin' }).click();
    await types(page, 'What is it about?', 'The screen stays dark');
    await types(page, 'Tell us more', 'Since this morning.');
    await network.cut();
    await chooses(page, 'Area', 'Computer');
    await chooses(page, 'Part', 'Screen');
    await chooses(page, 'Who is affected', 'Me', 'Visitors');
    await types(page, 'Asset tag', 'NW-12345');
    await expectQuestion(page, 'Would you like to add something?');
    await page.getByLabel('Would you like to add something?').setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: bytes });
    await expect(page.getByText('screen.png', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('heading', { name: 'Waiting to send' })).toBeVisible();
    await profile.kill(browser);

    browser = await profile.open();
    page = await browser.newPage();
    await page.goto('/');
    await expect(page.getByRole('link', { name: /2 waiting/ })).toBeVisible();
    await network.restore();
    await page.reload();
    // Request Tracker's session ends with the browser: nothing leaves until its owner is there again.
    await signsInAgain(page, 'ada');
    await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible({ timeout: 60_000 });
    await page.getByRole('link', { name: 'My tickets' }).first().click();
    await page.getByRole('link', { name: /The screen stays dark/ }).click();
    await expect(page.getByText('Since this morning.')).toBeVisible();
    await expect(page.getByText('screen.png')).toBeVisible();

    const gus = await createRtAnalyst(tracker.address);
    const tickets = (await gus.tickets()).filter(({ subject }) => !subject.startsWith('Old one'));
    expect(tickets.map(({ subject, fields }) => ({ subject, fields }))).toEqual([
      {
        subject: 'The screen stays dark',
        fields: {
          Area: ['Computer'],
          Part: ['Screen'],
          'Who is affected': ['Me', 'Visitors'],
          'Asset tag': ['NW-12345'],
          'Client Request Id': [expect.any(String)],
        },
      },
    ]);
    const files = await gus.filesOf(tickets[0]?.id ?? '');
    expect(files.map(({ name, content }) => [name, hashOf(content)])).toEqual([['screen.png', hashOf(bytes)]]);

    await gus.replies((tickets[0]?.id ?? '') as never, 'Is the cable in its place?');
    await page.goto('/tickets');
    // Request Tracker keeps no mark of what a requestor has read: the device does, also when the portal is opened anew.
    await page.getByRole('link', { name: /New answer: The screen stays dark/ }).click();
    await expect(page.getByText('Is the cable in its place?')).toBeVisible();
    await page.goto('/tickets');
    await page.getByRole('link', { name: /^The screen stays dark/ }).click();
    await page.getByRole('textbox', { name: 'Write a reply' }).fill('It was not. Thank you!');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => gus.textsOf(tickets[0]?.id ?? '')).toContain('It was not. Thank you!');
    await page.getByRole('button', { name: 'This is solved' }).click();
    await expect.poll(async () => (await gus.tickets()).find(({ subject }) => subject === 'The screen stays dark')?.status).toBe('resolved');
  } finally {
    await browser.close();
    profile.remove();
  }
});
