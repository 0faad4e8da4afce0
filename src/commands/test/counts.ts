/** How many passed, failed and were skipped, as the test programs report it. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const onePassed: Counts = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: Counts = { passed: 0, failed: 1, skipped: 0 };
export const oneSkipped: Counts = { passed: 0, failed: 0, skipped: 1 };

export const sumCounts = (all: readonly Counts[]): Counts =>
  all.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed, skipped: sum.skipped + one.skipped }));

const vitestReport = v.object({ numPassedTests: v.number(), numFailedTests: v.number(), numPendingTests: v.number(), numTodoTests: v.number() });
const playwrightReport = v.object({ stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }) });

export const readVitestCounts = (file: string, exitCode: number): Counts => {
  const report = readReport(vitestReport, file);
  if (!report) return oneFailed;
  return noLess({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }, exitCode);
};

export const readPlaywrightCounts = (file: string, exitCode: number): Counts => {
  const report = readReport(playwrightReport, file);
  if (!report) return oneFailed;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return noLess({ passed: expected, failed: unexpected + flaky, skipped }, exitCode);
};

const readReport = <Schema extends v.GenericSchema>(schema: Schema, file: string): v.InferOutput<Schema> | undefined =>
  existsSync(file) ? v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))) : undefined;

/** A file that cannot be loaded or a fault outside any test fails the run without failing a test. */
const noLess = (counts: Counts, exitCode: number): Counts => (exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
