/** `npm run test:schedules -- --runs N --seed S`: so many schedules of faults, from this seed on. */
import { parseArgs } from 'node:util';
import { runCommand } from './test/run-command.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } } });
for (const [name, value] of Object.entries(values)) if (!/^\d+$/.test(value)) throw new Error(`--${name} is a whole number, and ${value} is none`);

process.exitCode = await runCommand('vitest', ['run', '--project=schedules'], {
  PORTICO_SCHEDULE_RUNS: values.runs,
  PORTICO_SCHEDULE_SEED: values.seed,
});
