/** `npm run check`: the part of `npm test` that takes seconds. */
import { runStages } from './test/run-stages.ts';
import { staticChecks } from './test/stages.ts';

await runStages(staticChecks);
