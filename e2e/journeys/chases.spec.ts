/** The desk sees who had to chase, and what came of it. */
import { readFile } from 'node:fs/promises';
import { expectNoViolations } from '../support/axe.ts';
import { messagesAtTheDesk, performsElsewhere, raiseTicket, sendsReply } from '../support/raise.ts';
import { signIn, untilOpensOffline } from '../support/sign-in.ts';
import { byNextTry, expect, test } from '../support/test.ts';

test('000.25: each chase is listed with who, what, when and what came of it, and can be taken along as a table, without a network too', async ({
  page,
  network,
  server,
}) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await performsElsewhere(server.address, 'ada', ticketId, { kind: 'chase', data: {} });
  await signIn(page, 'gus', '/desk');
  const inList = page.locator(`a[href="/desk/tickets/${ticketId}"]`);
  await expect(inList).toContainText('Chased once');
  await page.getByLabel('Which of them').selectOption('Chased');
  await expect(inList).toBeVisible();
  await page.getByLabel('Which of them').selectOption('Late');
  await expect(inList).toHaveCount(0);
  await page.getByLabel('Which of them').selectOption('Chased');
  await expect(page).toHaveURL(/only=chased/);
  await page.getByRole('link', { name: 'All chases' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chases' })).toBeVisible();
  const row = page.getByRole('row').filter({ has: page.locator(`a[href="/desk/tickets/${ticketId}"]`) });
  await expect(row).toContainText('Ada Lovell');
  await expect(row).toContainText('not answered yet');
  await expectNoViolations(page);

  await performsElsewhere(server.address, 'gus', ticketId, { kind: 'add-note', data: { text: 'Between us' } });
  await performsElsewhere(server.address, 'gus', ticketId, { kind: 'reply', data: { text: 'It is done.' } });
  await expect(row).toContainText('answered after 1 minute');

  await untilOpensOffline(page);
  await network.cut();
  await page.goto('/desk/chases?period=7');
  await expect(row).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as a table' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('chases.csv');
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toBe('\ufeffWhen,Who,Ticket,Title,Kind,Chase,What came of it,Minutes until the answer,Escalation call');
  expect(lines.slice(1)).toContainEqual(expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d,Ada Lovell,R-\d+,.*,(?:call|request),1,answered,0,$/));
});

test('a chase that another device was quicker with is told, and holds nothing of what is written after it', async ({ page, network, server }) => {
  const ticketId = await raiseTicket(server.address, 'ada');
  await signIn(page, 'ada', `/tickets/${ticketId}`);
  await untilOpensOffline(page);
  await network.cut();
  await page.getByRole('button', { name: 'Chase it' }).click();
  await expect(page.getByText('You asked how it gets on (1 of 3).')).toBeVisible();
  await performsElsewhere(server.address, 'ada', ticketId, { kind: 'chase', data: {} });
  await sendsReply(page, 'It still does not work.');
  await network.restore();
  await expect(page.getByText(/^It was too soon\. It is possible from/)).toBeVisible(byNextTry);
  await expect.poll(() => messagesAtTheDesk(server.address, ticketId)).toEqual(['It still does not work.']);
  await sendsReply(page, 'Not at all.');
  await expect.poll(() => messagesAtTheDesk(server.address, ticketId)).toEqual(['It still does not work.', 'Not at all.']);
});
