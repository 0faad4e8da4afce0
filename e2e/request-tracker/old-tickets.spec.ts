/** Somebody who has asked for much, for years: a thousand tickets in Request Tracker. */
import type { TicketId } from '../../src/domain/ids.ts';
import type { SamplePerson } from '../support/sign-in.ts';
import { expectNoViolations } from '../support/axe.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { createRtAnalyst } from './rt-analyst.ts';
import { expect, test } from './test.ts';

test.describe.configure({ timeout: 180_000 });

const cleo: SamplePerson = 'cleo';

test('a thousand tickets are listed at once; what was said on an old one is fetched when it is opened, or said to be missing offline; one that was given to somebody else is gone when it is opened', async ({
  page,
  network,
  tracker,
}) => {
  await signIn(page, cleo);
  await page.goto('/tickets?show=closed');
  await expect(page.getByText('on their way')).toBeVisible();
  await expect(page.getByText('1,000 tickets')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('on their way')).toBeHidden({ timeout: 60_000 });
  await untilOpensOffline(page);
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible();
  await page.getByRole('searchbox').fill('Old one 777');
  await page.getByRole('link', { name: /^Old one 777/ }).click();
  await expect(page.getByText('It was long ago.')).toBeVisible();
  await expectNoViolations(page);

  const gus = await createRtAnalyst(tracker.address);
  const givenAway = page.getByRole('link', { name: /^Old one 1000/ });
  await page.goto('/tickets?show=closed&q=Old+one+1000');
  await givenAway.click();
  await expect(page.getByText('It was long ago.')).toBeVisible();
  await page.goBack();
  await expect(givenAway).toBeVisible();
  await gus.givesTo('1000' as TicketId, 'ben');
  await givenAway.click();
  await expect(page.getByRole('heading', { name: 'This ticket is not here' })).toBeVisible();

  await network.cut();
  await page.goto('/tickets?show=closed');
  await page.getByRole('searchbox').fill('Old one 555');
  await page.getByRole('link', { name: /^Old one 555/ }).click();
  await expect(page.getByText('What was said is not on this device')).toBeVisible();
  await expectNoViolations(page);
  await network.restore();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('It was long ago.')).toBeVisible();
});
