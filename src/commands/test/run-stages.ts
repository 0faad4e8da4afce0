/** Runs stages one after another; the last line is the count, and only a run without failures ends with 0. */
import { sumCounts } from './counts.ts';
import { runStage, type Stage, type StageResult } from './stage.ts';

export const runStages = async (stages: readonly Stage[]): Promise<void> => {
  const results: StageResult[] = [];
  for (const stage of stages) results.push(await runStage(stage));
  process.stdout.write(`\n${results.map(lineOf).join('\n')}\n\n`);
  const { passed, failed, skipped } = sumCounts(results.map(({ counts }) => counts));
  const isSkippedInCi = process.env['CI'] === 'true' && skipped > 0;
  if (isSkippedInCi) process.stdout.write('In CI a skipped test is a failed one.\n');
  process.exitCode = failed > 0 || isSkippedInCi ? 1 : 0;
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
};

const lineOf = ({ name, counts, seconds }: StageResult): string => {
  const failed = counts.failed > 0 ? `, ${counts.failed} FAILED` : '';
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s   ${counts.passed} passed${failed}${skipped}`;
};
