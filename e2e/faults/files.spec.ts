/** Files that people choose: what cannot be taken is said, and takes nothing from what can. */
import { signIn } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { types } from '../support/wizard.ts';

test('files that are not taken leave their places to the others, and each is named on a line of its own', async ({ page }) => {
  await signIn(page, 'ada', '/services/something-else');
  await page.getByRole('button', { name: 'Begin' }).click();
  await types(page, 'What is it about?', 'Files of many kinds');
  await types(page, 'Tell us more', 'Some can be taken, some cannot.');
  await page.getByRole('button', { name: 'Skip' }).click();
  const text = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
  await page.getByLabel('Would you like to add something?').setInputFiles([
    { name: 'setup.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    // As a browser on Windows calls it.
    { name: 'logs.zip', mimeType: 'application/x-zip-compressed', buffer: Buffer.from('PK') },
    ...['1.txt', '2.txt', '3.txt', '4.txt'].map(text),
  ]);
  for (const name of ['logs.zip', '1.txt', '2.txt', '3.txt', '4.txt']) await expect(page.getByText(name, { exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveText(/setup\.exe.*\n.*empty\.txt/);
});
