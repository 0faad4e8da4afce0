/** `npm run test:rt`: the portal in front of a Request Tracker, which is installed from Debian's packages where it is not there. */
import { runStages } from './test/run-stages.ts';
import { build, requestTrackerTests } from './test/stages.ts';

await runStages([build, requestTrackerTests]);
