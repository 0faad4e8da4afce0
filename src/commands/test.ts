/** `npm test`: everything that must hold. */
import { runStages } from './test/run-stages.ts';
import { browserTests, build, nodeTests, schedules, sizes, staticChecks } from './test/stages.ts';

await runStages([...staticChecks, nodeTests, schedules, build, sizes, browserTests]);
