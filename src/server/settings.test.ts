import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test.each([
  [{ SMTP_URL: 'mail.example', PORTICO_MAIL_FROM: 'desk@northwind.example' }, /^SMTP_URL: a mail server is named as/],
  [{ SMTP_URL: 'smtp://mail.example' }, /^PORTICO_MAIL_FROM: with SMTP_URL, say whom letters are from$/],
  [{ PORTICO_MAIL_FROM: 'the desk' }, /^PORTICO_MAIL_FROM: letters are from an address/],
  [{ PORTICO_ADDRESS: 'portal.example' }, /^PORTICO_ADDRESS: the address of the portal is one such as/],
])('a setting that is off is said in clear words: %j', (environment, words) => {
  expect(() => readSettings(environment)).toThrow(words);
});

test('an address of the portal is taken with or without its last slash', () => {
  for (const PORTICO_ADDRESS of ['https://portal.example', 'https://portal.example/'])
    expect(readSettings({ PORTICO_ADDRESS }).PORTICO_ADDRESS).toBe('https://portal.example');
});
