/** `npm test`: everything that must hold. */
import { runStages } from './test/run-stages.ts';
import { browserTests, build, nodeTests, requestTrackerTests, schedules, sizes, staticChecks } from './test/stages.ts';

await runStages([...staticChecks, nodeTests, schedules, build, sizes, browserTests, requestTrackerTests]);
