/**
 * `npm run test:long`: the same tests, with a hundred kills where `npm test` has a few, ten times the schedules, and longer
 * ones, from a seed of the day, and every fault of the network at moments of ten seeds.
 */
import { runStages } from './test/run-stages.ts';
import { browserTests, build, nodeTests, schedules } from './test/stages.ts';

process.env['PORTICO_LONG'] = '1';
process.env['PORTICO_SCHEDULE_RUNS'] ??= '20000';
process.env['PORTICO_SCHEDULE_STEPS'] ??= '28';
process.env['PORTICO_SCHEDULE_SEED'] ??= new Date().toISOString().slice(0, 10).replaceAll('-', '');
await runStages([nodeTests, schedules, build, browserTests]);
