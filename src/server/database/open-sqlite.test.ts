import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { migrate } from './migrations.ts';
import { DataInUseError, openMemoryDatabase, openSqlite } from './open-sqlite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was answered is on the disk: WAL, synced in full at each commit, for this process alone', async () => {
  const database = openSqlite(folder);
  const setting = async (name: string) => Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(database)).rows[0] ?? {})[0];
  // 2 is FULL (sqlite.org/pragma.html).
  expect(await Promise.all(['journal_mode', 'synchronous', 'foreign_keys', 'locking_mode'].map(setting))).toEqual(['wal', 2, 1, 'exclusive']);
  await database.destroy();
});

test('a second opening of the same data is refused in words, whatever the first one does', async () => {
  const database = openSqlite(folder);
  expect(() => openSqlite(folder)).toThrow(DataInUseError);
  await migrate(database, v7);
  expect(() => openSqlite(folder)).toThrow(/in use by another Portico server/);
  await database.destroy();
  await openSqlite(folder).destroy();
});

test('the lock goes with its process, however that ends', async () => {
  // Kept where the garbage collector cannot take it: a database that nobody holds is closed, and its lock with it.
  const holder = `import { openSqlite } from ${JSON.stringify(join(import.meta.dirname, 'open-sqlite.ts'))}; globalThis.held = openSqlite(process.argv[1]); process.stdout.write('open'); setInterval(() => undefined, 1e6);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Also when what is expected does not come: a child that is left behind keeps the whole run waiting.
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  expect(() => openSqlite(folder)).toThrow(DataInUseError);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await openSqlite(folder).destroy();
});

test('the schema is made once, and a start on data of yesterday changes nothing', async () => {
  const first = openSqlite(folder);
  await migrate(first, v7);
  const before = await first.selectFrom('feed_head').selectAll().execute();
  await first.destroy();
  const second = openSqlite(folder);
  await migrate(second, v7);
  expect(await second.selectFrom('feed_head').selectAll().execute()).toEqual(before);
  await second.destroy();
});

test('a transaction that fails leaves nothing, and the next one goes on', async () => {
  const database = openMemoryDatabase();
  await migrate(database, v7);
  const partition = { id: 'council', body: '{}' };
  const failing = database.transaction().execute(async (transaction) => {
    await transaction.insertInto('partitions').values(partition).execute();
    await transaction.insertInto('partitions').values(partition).execute();
  });
  const beside = database.selectFrom('partitions').selectAll().execute();
  await expect(failing).rejects.toThrow(/UNIQUE/);
  expect(await beside).toEqual([]);
  await database.insertInto('partitions').values(partition).execute();
  expect(await database.selectFrom('partitions').selectAll().execute()).toEqual([partition]);
});
