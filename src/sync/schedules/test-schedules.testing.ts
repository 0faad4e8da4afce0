/** Many schedules from one seed; a failing one is shrunk, and printed with the command that replays it. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultKindsFor, type FaultCounts } from './faults.testing.ts';
import type { PlantedBug } from './planted-bugs.testing.ts';
import { runSchedule, scheduleArbitrary, type Model, type Schedule } from './run-schedule.testing.ts';

const environment = process.env;
const firstSeed = Number(environment['PORTICO_SCHEDULE_SEED'] ?? 20_261_124);
/** Over both models together, and all parts of each. */
const allRuns = Number(environment['PORTICO_SCHEDULE_RUNS'] ?? 2_000);
/** How long a schedule can be. Many short ones find nearly all that long ones do, in less time; `test:long` has both. */
const mostSteps = Number(environment['PORTICO_SCHEDULE_STEPS'] ?? 15);
const mostShrinks = 200;

/** `part`: schedules of a seed of their own, so that several processes share the work. */
export const testSchedules = (model: Model, share: number, part = 0): void => {
  // A replay is one schedule of one seed.
  test.skipIf(part > 0 && environment['PORTICO_SCHEDULE_PATH'] !== undefined)(
    `no schedule of faults loses, doubles or reorders anything (${model})`,
    { timeout: 3_600_000 },
    async () => {
      const runs = Math.ceil(allRuns * share);
      const seed = firstSeed + part;
      const counts: FaultCounts = new Map();
      const failure = await findFailure(model, { seed, runs, counts, path: environment['PORTICO_SCHEDULE_PATH'] });
      process.stdout.write(
        `${model}: ${runs} schedules of up to ${mostSteps} steps, from seed ${seed}\n${[...counts]
          .map(([kind, count]) => `  ${kind}: ${count}\n`)
          .sort()
          .join('')}`,
      );
      if (failure) {
        // At once: a long run that is stopped at its end has said what it found.
        process.stdout.write(`${describe(model, failure)}\n`);
        throw new Error(describe(model, failure), { cause: failure.cause });
      }
      if (environment['PORTICO_SCHEDULE_PATH'] !== undefined) return;
      expect(counts.get('answer-lost-after-commit')).toBeGreaterThanOrEqual(runs * 0.15);
      if (runs >= 100) expect(faultKindsFor(model).filter((kind) => !counts.has(kind))).toEqual([]);
    },
  );
};

type Failure = { readonly seed: number; readonly path: string; readonly runs: number; readonly schedule: Schedule; readonly cause: unknown };
type Search = {
  readonly seed: number;
  readonly runs: number;
  readonly counts: FaultCounts;
  readonly path?: string | undefined;
  readonly bug?: PlantedBug;
  /** Looks for a breach of this invariant, whatever else is wrong. */
  readonly only?: string;
  readonly shrinks?: number;
};

export const findFailure = async (model: Model, { seed, runs, counts, path, bug, only, shrinks = mostShrinks }: Search): Promise<Failure | null> => {
  let leftAfterFailure: number | null = null;
  const property = fc.asyncProperty(scheduleArbitrary(model, mostSteps), async (schedule) => {
    if (leftAfterFailure === 0) return;
    if (leftAfterFailure !== null) leftAfterFailure -= 1;
    try {
      await runSchedule(model, schedule, counts, bug);
    } catch (fault) {
      if (only !== undefined && !(fault instanceof Error && fault.message.includes(`${only}:`))) return;
      leftAfterFailure ??= shrinks;
      throw fault;
    }
  });
  const details = await fc.check(property, { seed, numRuns: runs, ...(path === undefined ? {} : { path, endOnFailure: true }) });
  if (!details.failed || details.counterexamplePath === null) return null;
  return { seed: details.seed, path: details.counterexamplePath, runs: details.numRuns, schedule: details.counterexample[0], cause: details.errorInstance };
};

const describe = (model: Model, { seed: ofSeed, path, runs: after, schedule, cause }: Failure): string =>
  [
    `schedule ${after} of seed ${ofSeed} failed:`,
    ...(cause instanceof Error ? cause.message : String(cause)).split('\n').slice(0, 5),
    ...schedule.steps.map((step, index) => `  step ${index}: ${JSON.stringify(step)}`),
    ...schedule.faults.flatMap((fault, index) => (fault ? [`  request ${index}: ${JSON.stringify(fault)}`] : [])),
    `replay: PORTICO_SCHEDULE_SEED=${ofSeed} PORTICO_SCHEDULE_PATH=${path} PORTICO_SCHEDULE_STEPS=${mostSteps} npx vitest run --project=schedules ${model}`,
  ].join('\n');
