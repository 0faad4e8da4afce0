import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPlaywrightCounts, readVitestCounts, sumCounts } from './counts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const report = (body: object): string => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(body));
  return file;
};

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };
const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } };

test('what the programs report is what is counted; a test that passed only the second time has failed', () => {
  expect(readVitestCounts(report(vitest), 0)).toEqual({ passed: 5, failed: 0, skipped: 3 });
  expect(readPlaywrightCounts(report(playwright), 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('a run that fails without a failing test, such as by a file that cannot be loaded, counts as a failure', () => {
  expect(readVitestCounts(report(vitest), 1).failed).toBe(1);
});

test('a program that dies before it reports counts as a failure, whatever its exit code', () => {
  expect(readVitestCounts(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(readPlaywrightCounts(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('the last line is the sum', () => {
  expect(sumCounts([readVitestCounts(report(vitest), 0), readPlaywrightCounts(report(playwright), 1)])).toEqual({ passed: 8, failed: 2, skipped: 5 });
});
