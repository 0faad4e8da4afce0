/** Statuses that an administrator names, and the words that people see of them: at the desk, and beside the people whom they concern. */
import { expectNoViolations } from '../support/axe.ts';
import { openDesk } from '../support/desk.ts';
import { performsElsewhere, raiseTicket, savesRecordElsewhere, savesSettingsElsewhere } from '../support/raise.ts';
import { saves } from '../support/save.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { byNextTry, expect, testAlone as test } from '../support/test.ts';

test('000.11: a status is named and a chase sets it; the desk works with its name, and 003.8: the person sees the simple word alone', async ({
  browser,
  network,
  own,
}) => {
  const [sam, gus, ben] = await Promise.all(['sam', 'gus', 'ben'].map(async () => (await browser.newContext({ baseURL: network.address })).newPage()));
  if (!sam || !gus || !ben) throw new Error('three pages are needed');
  await signIn(sam, 'sam', '/admin/settings/council');
  await sam.getByRole('link', { name: 'Statuses' }).click();
  await expect(sam.getByRole('link', { name: /^Customer chased.*For calls · In progress · People see what their partition says/ })).toBeVisible();
  await expectNoViolations(sam);
  await sam.getByRole('link', { name: 'New status' }).click();
  await sam.getByLabel('What people see').selectOption('Done');
  await expect(sam.getByText('People take it for done while the desk still works on it.')).toBeVisible();
  // Neither like another one, nor like one of the six.
  for (const taken of ['customer CHASED', 'in progress']) {
    await sam.getByLabel('Name').fill(taken);
    await sam.getByRole('button', { name: 'Save' }).click();
    await expect(sam.getByText('Somebody or something else is called so already.')).toBeVisible();
    await expect(sam.getByLabel('Name')).toBeFocused();
  }
  await expectNoViolations(sam);
  await sam.getByLabel('Name').fill('Asked in vain');
  await sam.getByLabel('What people see').selectOption('Received');
  await saves(sam);
  await expect(sam.getByRole('heading', { level: 1, name: 'Asked in vain' })).toBeVisible();

  await sam.getByRole('link', { name: 'Portal settings' }).click();
  const calls = sam.getByRole('region', { name: 'Chasing calls' });
  const requests = sam.getByRole('region', { name: 'Chasing requests' });
  await expect(requests.getByLabel('Status after a chase').locator('option')).toHaveText([
    'As it was',
    'New',
    'In progress',
    'Waiting for the person',
    'Waiting for a supplier',
    'On order',
  ]);
  await calls.getByLabel('Status after a chase').selectOption('Asked in vain');
  await saves(sam);
  await expect(sam.getByText('Chasing calls: Status after a chase: Customer chased → Asked in vain')).toBeVisible();

  const id = await raiseTicket(own.address, 'ben');
  await performsElsewhere(own.address, 'gus', id, { kind: 'set-status', data: { status: 'in-progress' } });
  await signIn(ben, 'ben', `/tickets/${id}`);
  await expect(ben.getByRole('main').getByText('In progress', { exact: true })).toBeVisible();
  await signIn(gus, 'gus', '/desk');
  await performsElsewhere(own.address, 'ben', id, { kind: 'chase', data: {} });
  const row = gus.locator(`a[href="/desk/tickets/${id}"]`);
  await expect(row).toContainText('Asked in vain');
  await gus.getByLabel('Status', { exact: true }).selectOption('Customer chased');
  await expect(row).toHaveCount(0);
  await gus.getByLabel('Status', { exact: true }).selectOption('Asked in vain');
  await expect(row).toBeVisible();
  await expect(gus).toHaveURL(/status=status%2F(?!customer-chased)/);
  await gus.reload();
  await expect(row).toBeVisible();
  await expect(gus.getByLabel('Status', { exact: true }).locator('option:checked')).toHaveText('Asked in vain');
  // One of requests that is called the same is told apart where both can be chosen.
  const twin = { id: 'twin', name: 'Asked in vain', for: 'request', phase: 'in-progress', simple: null };
  await savesRecordElsewhere(own.address, 'sam', { of: 'status', from: null, to: twin });
  await expect(gus.getByLabel('Status', { exact: true }).locator('option', { hasText: 'Asked in vain' })).toHaveText([
    'Asked in vain (calls)',
    'Asked in vain (requests)',
  ]);
  await expect(ben.getByRole('main').getByText('Received', { exact: true })).toBeVisible();
  await expect(ben.getByText('Asked in vain')).toHaveCount(0);

  // What a chase sets is not taken away.
  await sam.getByRole('link', { name: 'Statuses' }).click();
  await sam.getByRole('link', { name: /^Asked in vain.*For calls/ }).click();
  await expect(sam.getByText('It cannot be taken away while it is named by: Council Services (portal settings).')).toBeVisible();
  await Promise.all([sam, gus, ben].map((page) => page.context().close()));
});

test('an analyst sets a status by its name without a network: it stands there at once, and is told in the story of the ticket', async ({
  page,
  network,
  own,
}) => {
  const id = await raiseTicket(own.address, 'ben');
  await signIn(page, 'gus', `/desk/tickets/${id}`);
  const form = page.getByRole('complementary').getByLabel('Status', { exact: true });
  await expect(form.locator('option')).toHaveText([
    'New',
    'In progress',
    'Customer chased',
    'Waiting for the person',
    'Waiting for a supplier',
    'Resolved',
    'Closed',
  ]);
  await untilOpensOffline(page);
  await network.cut();
  await form.selectOption('Customer chased');
  await expect(page.getByText('Ben Okafor sees: In progress')).toBeVisible();
  await page.getByRole('button', { name: 'Set status' }).click();
  await expect(page.getByText('You set it to: Customer chased.')).toBeVisible();
  await page.reload();
  await expect(form.locator('option:checked')).toHaveText('Customer chased');
  await network.restore();
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible(byNextTry);
  const ticket = (await (await openDesk(own.address)).tickets()).find((one) => one.id === id);
  expect(ticket?.statuses.at(-1)).toMatchObject({ status: 'in-progress', named: { id: 'customer-chased', name: 'Customer chased' } });
  await expectNoViolations(page);
});

test('003.8: an administrator chooses what people see of each status: they see it at once and without a network; who was overtaken sees both', async ({
  browser,
  network,
  own,
}) => {
  const [sam, ben] = await Promise.all(['sam', 'ben'].map(async () => (await browser.newContext({ baseURL: network.address })).newPage()));
  if (!sam || !ben) throw new Error('two pages are needed');
  const id = await raiseTicket(own.address, 'ben');
  await performsElsewhere(own.address, 'gus', id, { kind: 'set-status', data: { status: 'waiting-for-supplier' } });
  await signIn(ben, 'ben', `/tickets/${id}`);
  const seen = (word: string) => ben.getByRole('main').getByText(word, { exact: true });
  await expect(seen('In progress')).toBeVisible();
  await untilOpensOffline(ben);

  await signIn(sam, 'sam', '/admin/settings/council');
  const card = sam.getByRole('region', { name: 'What people see' });
  const supplier = card.getByLabel('Waiting for a supplier');
  await card.getByLabel('Resolved').selectOption('In progress');
  await expect(card.getByText('It is over, and people go on waiting.')).toBeVisible();
  await supplier.selectOption('Received');
  await expectNoViolations(sam);
  await sam.reload();
  await expect(card.getByLabel('Resolved').locator('option:checked')).toHaveText('In progress');
  await card.getByLabel('Resolved').selectOption('Done');
  await sam.getByLabel('Why is it changed?').fill('Nobody works on it meanwhile');
  await saves(sam);
  await expect(sam.getByText('What people see: Waiting for a supplier: In progress → Received')).toBeVisible();
  await expect(sam.getByText('“Nobody works on it meanwhile”')).toBeVisible();
  await expect(seen('Received')).toBeVisible();
  await network.cut();
  await ben.reload();
  await expect(seen('Received')).toBeVisible();

  await supplier.selectOption('Needs you');
  await expect(card.getByText('People look for something to do, and there is nothing.')).toBeVisible();
  await sam.getByRole('button', { name: 'Save' }).click();
  await expect(sam.getByText('What you saved last waits to be sent.')).toBeVisible();
  await savesSettingsElsewhere(
    own.address,
    'sam',
    'council',
    [{ place: 'simple-status.waiting-for-supplier', from: 'received', to: 'in-progress' }],
    'Elsewhere',
  );
  await network.restore();
  await expect(sam.getByRole('heading', { name: 'Your change was not taken' })).toBeVisible(byNextTry);
  await expect(sam.getByRole('row', { name: 'What people see: Waiting for a supplier Needs you In progress' })).toBeVisible();
  await expect(seen('In progress')).toBeVisible();
  await Promise.all([sam, ben].map((page) => page.context().close()));
});
