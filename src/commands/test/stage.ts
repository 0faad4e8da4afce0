/** One thing that `npm test` does, said with its name and the time it took. */
import { oneFailed, onePassed, type Counts } from './counts.ts';
import { runCommand } from './run-command.ts';

export type Stage = { readonly name: string; readonly run: () => Promise<Counts> };

/** A program that either holds or does not. */
export const check = (name: string, command: string, ...args: readonly string[]): Stage => ({
  name,
  run: async () => ((await runCommand(command, args)) === 0 ? onePassed : oneFailed),
});

export type StageResult = { readonly name: string; readonly counts: Counts; readonly seconds: number };

export const runStage = async ({ name, run }: Stage): Promise<StageResult> => {
  process.stdout.write(`\n── ${name}\n`);
  const startedAt = performance.now();
  const counts = await run().catch(sayFault);
  return { name, counts, seconds: (performance.now() - startedAt) / 1000 };
};

const sayFault = (fault: unknown): Counts => {
  process.stdout.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  return oneFailed;
};
