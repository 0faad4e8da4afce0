/** An administrator keeps groups, templates, rules, roles and people: offline too, beside another administrator, and from a spreadsheet. */
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openDesk } from '../support/desk.ts';
import { letterTo, linkIn } from '../support/letters.ts';
import { performsElsewhere, raiseTicket, savesRecordElsewhere } from '../support/raise.ts';
import { saves } from '../support/save.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { byNextTry, expect, testAlone as test } from '../support/test.ts';

const opens = async (page: Page, path: string, title: string): Promise<void> => {
  await page.goto(`/admin/${path}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
};

test('000.7, 000.8: a group, a template for it and a rule over it are made, and the last chase of a call goes where the rule says', async ({ page, own }) => {
  await signIn(page, 'sam', '/admin/group');
  await page.getByRole('link', { name: 'New group' }).click();
  await page.getByLabel('Name').fill('Night shift');
  await page.getByLabel('Who is in it: find somebody').fill('gus');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Gus Green' })).toBeVisible();
  await expectNoViolations(page);
  await saves(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Night shift' })).toBeVisible();

  await opens(page, 'call-template/new', 'New call template');
  await page.getByLabel('Name').fill('Chased at night');
  await page.getByLabel('Title of such a call').fill('Still waiting at night');
  await page.getByLabel('Priority').selectOption('Urgent');
  await page.getByLabel('Who gets it').selectOption('Group: First line');
  await saves(page);
  await opens(page, 'routing-rule/new', 'New rule');
  await page.getByLabel('Name').fill('Nights');
  await page.getByLabel('Words in it').fill('at night');
  await page.getByLabel('Who gets it').selectOption('Group: Night shift');
  await expectNoViolations(page);
  await saves(page);

  await opens(page, 'settings/council', 'Portal settings');
  const calls = page.getByRole('region', { name: 'Chasing calls' });
  await calls.getByLabel('Most chases of one ticket').fill('1');
  await calls.getByLabel('Template of the escalation call').selectOption('Chased at night');
  await calls.getByLabel('Who is written to: find somebody').fill('gus');
  await page.keyboard.press('Enter');
  await saves(page);
  await expect(page.getByText('Chasing calls: Template of the escalation call: Chased without an answer → Chased at night')).toBeVisible();

  const id = await raiseTicket(own.address, 'ben');
  await performsElsewhere(own.address, 'ben', id, { kind: 'chase', data: {} });
  const gus = await openDesk(own.address, 'gus');
  const call = (await gus.tickets()).find(({ escalates }) => escalates === id);
  expect(call).toMatchObject({ priority: 'urgent', assigned: { group: { name: 'Night shift' } } });
  expect(call?.title).toContain('Still waiting at night');
  // A template that settings name, and a group that a rule names, cannot go.
  await opens(page, 'group', 'Groups');
  await page.getByRole('link', { name: /Night shift/ }).click();
  await expect(page.getByText('It cannot be taken away while it is named by: Nights (rule).')).toBeVisible();
});

test('what is typed survives the page and the network; who was overtaken sees both and loses nothing', async ({ page, network, own }) => {
  await signIn(page, 'sam', '/admin/group');
  await page.getByRole('link', { name: /^Network/ }).click();
  await untilOpensOffline(page);
  await network.cut();
  await page.getByLabel('Name').fill('Network and phones');
  await page.getByRole('link', { name: 'Groups' }).first().click();
  await expect(page.getByRole('link', { name: /^Network.*Not saved/ })).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: /^Network.*Not saved/ }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Network and phones');
  await expect(page.getByText('1 change is not saved')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('What you saved last waits to be sent.')).toBeVisible();
  await page.goto('/admin/group');
  await expect(page.getByRole('link', { name: /Network and phones.*Waiting to send/ })).toBeVisible();

  const network1 = { id: 'network', name: 'Network', memberIds: ['gus'] };
  await savesRecordElsewhere(own.address, 'sam', { of: 'group', from: network1, to: { ...network1, name: 'Cables' } });
  await network.restore();
  await expect(page.getByRole('link', { name: /Cables.*Needs you/ })).toBeVisible(byNextTry);
  await page.goto('/sync');
  await page.getByRole('link', { name: 'See it: Settings: Network and phones' }).click();
  await expect(page.getByRole('heading', { name: 'Your change was not taken' })).toBeVisible();
  await expect(page.getByText('Name: yours is Network and phones, now it is Cables')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Put mine into the form' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Network and phones');
  await saves(page);
  await expect(page.getByText('Name: Cables → Network and phones')).toBeVisible();

  // Only what was changed here is changed: what somebody else saves in another field meanwhile stays.
  await page.getByLabel('Name').fill('Lines');
  await savesRecordElsewhere(own.address, 'sam', {
    of: 'group',
    from: { ...network1, name: 'Network and phones' },
    to: { ...network1, name: 'Network and phones', memberIds: [] },
  });
  await expect(page.getByRole('button', { name: 'Gus Green' })).toHaveCount(0);
  await expect(page.getByLabel('Name')).toHaveValue('Lines');
  await saves(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Lines' })).toBeVisible();
});

test('on a phone, whoever is led to what somebody else changed in a record sees it and the button to save with, one above the other', async ({ page, own }) => {
  const tess = { id: 'tess', name: 'Tess', email: 'tess@example.org', userName: 'tess', partitionId: 'council', roles: ['employee'], hasLeft: false };
  await savesRecordElsewhere(own.address, 'sam', { of: 'person', from: null, to: tess });
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'sam', '/admin/person/tess');
  const save = page.getByRole('button', { name: 'Save' });
  await page.getByLabel('E-mail').fill('tess@example.com');
  await expect(save).toBeInViewport({ ratio: 1 });
  await savesRecordElsewhere(own.address, 'sam', { of: 'person', from: tess, to: { ...tess, email: 'tess@example.net' } });
  await expect(page.getByText('Somebody else changed one of them meanwhile. Look at it, then save again.')).toBeInViewport({ ratio: 1 });
  await save.click();
  const theirs = page.getByText('Changed by somebody else meanwhile: it is now “tess@example.net”.');
  await expect(theirs).toBeInViewport({ ratio: 1 });
  await expect(save).toBeInViewport({ ratio: 1 });
  await expectNoViolations(page);
  await saves(page);
  await expect(page.getByText('E-mail: tess@example.net → tess@example.com')).toBeVisible();
});

test('a new record whose name was taken meanwhile is not lost: it stands on its page, and is changed and saved', async ({ page, network, own }) => {
  await signIn(page, 'sam', '/admin/group/new');
  await untilOpensOffline(page);
  await network.cut();
  await page.getByLabel('Name').fill('Twins');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Twins' })).toBeVisible();
  await savesRecordElsewhere(own.address, 'sam', { of: 'group', from: null, to: { id: 'twins', name: 'Twins', memberIds: [] } });
  await network.restore();
  await expect(page.getByRole('heading', { level: 1, name: 'Your change was not taken' })).toBeVisible(byNextTry);
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Put mine into the form' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Twins');
  await page.getByLabel('Name').fill('Triplets');
  await saves(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Triplets' })).toBeVisible();
});

test('what another one takes away while it is typed in is made anew by a save, once, and the page goes on showing it', async ({ page, own }) => {
  const doomed = { id: 'doomed', name: 'Doomed', memberIds: ['gus'] };
  await savesRecordElsewhere(own.address, 'sam', { of: 'group', from: null, to: doomed });
  await signIn(page, 'sam', '/admin/group/doomed');
  await page.getByLabel('Name').fill('Doomed no more');
  await savesRecordElsewhere(own.address, 'sam', { of: 'group', from: doomed, to: null });
  await expect(page.getByText('Sam Ortega took it away meanwhile. Saving makes it anew, as it stands here.')).toBeVisible();
  await expectNoViolations(page);
  await saves(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Doomed no more' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Gus Green' })).toBeVisible();
  await expect(page.getByText('meanwhile')).toHaveCount(0);
  await page.getByRole('link', { name: 'Groups' }).first().click();
  await expect(page.getByRole('link', { name: /^Doomed/ })).toHaveCount(1);
});

test('000.10: a right that is taken from a role is gone for everybody who has it while they look, and comes back', async ({ browser, network, own }) => {
  const [sam, ben] = await Promise.all(['sam', 'ben'].map(async () => (await browser.newContext({ baseURL: network.address })).newPage()));
  if (!sam || !ben) throw new Error('two pages are needed');
  const id = await raiseTicket(own.address, 'ben');
  await signIn(ben, 'ben', `/tickets/${id}`);
  const chasing = ben.getByRole('heading', { name: 'Taking too long?' });
  await expect(chasing).toBeVisible();
  await signIn(sam, 'sam', '/admin/role');
  await sam.getByRole('link', { name: /Employee/ }).click();
  await sam.getByRole('checkbox', { name: /^Call Chase/ }).uncheck();
  await expectNoViolations(sam);
  await saves(sam);
  await expect(chasing).toHaveCount(0);
  await sam.getByRole('checkbox', { name: /^Call Chase/ }).check();
  await saves(sam);
  await expect(chasing).toBeVisible();
  // Nobody locks themselves out.
  await opens(sam, 'person/sam', 'Sam Ortega');
  await sam.getByRole('checkbox', { name: /^Administrator/ }).uncheck();
  await sam.getByRole('button', { name: 'Save' }).click();
  await expect(sam.getByText('You cannot take this from yourself. Another administrator can.')).toBeVisible();
  await sam.getByRole('button', { name: 'Put back' }).click();
  await sam.getByRole('checkbox', { name: /^Has left/ }).check();
  await sam.getByRole('button', { name: 'Save' }).click();
  await expect(sam.getByRole('group', { name: 'When they leave' }).getByRole('alert')).toHaveText(
    'You cannot say this of yourself. Another administrator can.',
  );
  await expect(sam.getByRole('checkbox', { name: /^Has left/ })).toHaveAccessibleDescription('You cannot say this of yourself. Another administrator can.');
  await sam.getByRole('button', { name: 'Put back' }).click();
  await opens(sam, 'role/administrator', 'Administrator');
  await sam.getByRole('checkbox', { name: /^Self Service Portal Setup/ }).uncheck();
  await sam.getByRole('button', { name: 'Save' }).click();
  await expect(sam.getByText('Somebody must be able to administrate: this right stays with administrators.')).toBeVisible();
  await sam.getByRole('button', { name: 'Put back' }).click();
  await Promise.all([sam, ben].map((page) => page.context().close()));
});

test('people come from a spreadsheet: every bad line is told, nobody is taken by halves, and a mended file is, with a letter to whoever is new', async ({
  page,
  network,
  own,
}) => {
  await signIn(page, 'sam', '/admin/person');
  await untilOpensOffline(page);
  await page.getByRole('link', { name: 'Import' }).click();
  const choose = async (csv: string): Promise<void> =>
    page.getByLabel(/^Choose (a|another) file$/).setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const head = 'Name,E-mail,User name,Partition,Roles\n';
  await choose(`${head}Noor Aziz,noor@northwind.example,noor,Council Services,\n"Lee, Mo",no address,mo,Nowhere,employee;king\n`);
  await expect(page.getByText('1 line cannot be read. Nobody is imported before it is mended.')).toBeVisible();
  await expect(
    page.getByText(
      /^Line 3: There is no partition “Nowhere”\. There are: Council Services, Hospital Trust\. There is no role “king”\. There are: employee, analyst, chat-manager, administrator\. E-mail: Write an e-mail address/,
    ),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
  await expectNoViolations(page);
  await choose(
    `${head}Noor Aziz,noor@northwind.example,noor,Council Services,\n"Lee, Mo",mo@northwind.example,mo,hospital,employee;analyst\nBen Okafor,ben@northwind.example,ben,council,\n`,
  );
  await expect(page.getByText('2 new · 0 changed · 1 as before')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Send each new person a link to set their password.*2 letters, once the desk has taken the import/ }).check();
  await expectNoViolations(page);
  await network.cut();
  await page.getByRole('button', { name: 'Import 2 people' }).click();
  await expect(page.getByText('2 people are on the way to the desk. 2 letters with a link follow, once the desk has taken the import.')).toBeVisible();
  await network.restore();
  await expect(page.getByRole('link', { name: /All sent/ })).toBeVisible(byNextTry);
  await page.getByRole('link', { name: 'See who is there' }).click();
  await expect(page.getByRole('link', { name: /Lee, Mo.*Analyst/ })).toBeVisible();
  expect(linkIn(await letterTo(own, 'mo@northwind.example', /Subject: Welcome/))).toMatch(/^\/password\//);
  await letterTo(own, 'noor@northwind.example', /Subject: Welcome/);
  expect(own.lettersTo('ben@northwind.example')).toEqual([]);
  await savesRecordElsewhere(own.address, 'sam', { of: 'group', from: null, to: { id: 'wards', name: 'Wards', memberIds: [] } });
});

test('nobody else has these pages, and nothing of them is on their device', async ({ page }) => {
  await signIn(page, 'gus', '/admin/person');
  await expect(page.getByRole('heading', { level: 1, name: 'This page is for administrators' })).toBeVisible();
});
