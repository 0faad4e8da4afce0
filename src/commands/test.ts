/** `npm test`: everything that must hold. */
import { runStages } from './test/run-stages.ts';
import { browserTests, build, nodeTests, sizes, staticChecks } from './test/stages.ts';

await runStages([...staticChecks, nodeTests, build, sizes, browserTests]);
