import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

test('a program hands back how it ended', async () => {
  expect(await runCommand(process.execPath, ['-e', 'process.exit(3)'])).toBe(3);
});

test('a program that hangs is stopped, and has failed', async () => {
  expect(await runCommand(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {}, 300)).toBe(1);
});
