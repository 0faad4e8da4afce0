import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { openMemoryDatabase } from '../database/open-sqlite.ts';
import { createFolderCarrier } from './carrier.ts';
import { describeMail } from './mail-acceptance.testing.ts';

describeMail('SQLite', async () => openMemoryDatabase());

test('where no mail server is named a letter is a file that can be read, one however often it is written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-mail-'));
  try {
    const letter = {
      id: v7(),
      at: Date.UTC(2026, 10, 24),
      address: 'ada@northwind.example',
      subject: 'Set your password',
      body: 'Dear Ada,\n\nhttps://x.example/1\n',
    };
    const carrier = createFolderCarrier(join(folder, 'mail'), { name: 'Northwind', address: 'desk@portico.invalid' });
    await carrier.carry(letter);
    await carrier.carry(letter);
    expect(readdirSync(join(folder, 'mail'))).toEqual([`${letter.id}.eml`]);
    const text = readFileSync(join(folder, 'mail', `${letter.id}.eml`), 'utf8');
    for (const line of ['From: "Northwind" <desk@portico.invalid>', 'To: ada@northwind.example', 'Subject: Set your password', 'https://x.example/1'])
      expect(text.split('\n')).toContain(line);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
