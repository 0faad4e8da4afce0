/** Many schedules from one seed; a failing one is shrunk, and printed with the command that replays it. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conversationArbitrary, runConversation, type Conversation } from './conversations/run-conversation.testing.ts';
import { faultKindsFor, type FaultCounts } from './faults.testing.ts';
import type { PlantedBug } from './planted-bugs.testing.ts';
import { runSchedule, scheduleArbitrary, type Model, type Schedule } from './run-schedule.testing.ts';

/** What a schedule is about: the two desks of a person who works alone, or people who talk. */
export type Subject = Model | 'conversation';

const environment = process.env;
const firstSeed = Number(environment['PORTICO_SCHEDULE_SEED'] ?? 20_261_124);
/** Over both models together, and all parts of each. A schedule of people who talk takes many times as long, so there are few of those besides. */
const allRuns = Number(environment['PORTICO_SCHEDULE_RUNS'] ?? 2_000);
/** How long a schedule can be. Many short ones find nearly all that long ones do, in less time; `test:long` has both. */
const mostSteps = Number(environment['PORTICO_SCHEDULE_STEPS'] ?? 15);
const mostShrinks = 200;

/** `part`: schedules of a seed of their own, so that several processes share the work. */
export const testSchedules = (model: Subject, share: number, part = 0): void => {
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
      if (runs >= 100) expect(faultKindsFor(model === 'keyless' ? 'keyless' : 'portico').filter((kind) => !counts.has(kind))).toEqual([]);
    },
  );
};

type Failure = { readonly seed: number; readonly path: string; readonly runs: number; readonly schedule: Schedule | Conversation; readonly cause: unknown };
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

export const findFailure = async (model: Subject, { seed, runs, counts, path, bug, only, shrinks = mostShrinks }: Search): Promise<Failure | null> => {
  let leftAfterFailure: number | null = null;
  const judge = async (run: () => Promise<string>): Promise<void> => {
    if (leftAfterFailure === 0) return;
    if (leftAfterFailure !== null) leftAfterFailure -= 1;
    try {
      await run();
    } catch (fault) {
      if (only !== undefined && !(fault instanceof Error && fault.message.includes(`${only}:`))) return;
      leftAfterFailure ??= shrinks;
      throw fault;
    }
  };
  const check = <Plan extends Schedule | Conversation>(plans: fc.Arbitrary<Plan>, run: (plan: Plan) => Promise<string>) =>
    fc.check(
      fc.asyncProperty(plans, (plan) => judge(() => run(plan))),
      { seed, numRuns: runs, ...(path === undefined ? {} : { path, endOnFailure: true }) },
    );
  const details = await (model === 'conversation'
    ? check(conversationArbitrary(mostSteps), (plan) => runConversation(plan, counts, bug))
    : check(scheduleArbitrary(model, mostSteps), (plan) => runSchedule(model, plan, counts, bug)));
  if (!details.failed || details.counterexamplePath === null) return null;
  return { seed: details.seed, path: details.counterexamplePath, runs: details.numRuns, schedule: details.counterexample[0], cause: details.errorInstance };
};

const describe = (model: Subject, { seed: ofSeed, path, runs: after, schedule, cause }: Failure): string =>
  [
    `schedule ${after} of seed ${ofSeed} failed:`,
    ...(cause instanceof Error ? cause.message : String(cause)).split('\n').slice(0, 5),
    ...schedule.steps.map((step, index) => `  step ${index}: ${JSON.stringify(step)}`),
    ...schedule.faults.flatMap((fault, index) => (fault ? [`  request ${index}: ${JSON.stringify(fault)}`] : [])),
    `replay: PORTICO_SCHEDULE_SEED=${ofSeed} PORTICO_SCHEDULE_PATH=${path} PORTICO_SCHEDULE_STEPS=${mostSteps} npx vitest run --project=schedules ${model}`,
  ].join('\n');
