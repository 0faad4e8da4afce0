/** `npm run test:long`: the same tests, with a hundred kills where `npm test` has a few, and many seeds where it has one. */
import { runStages } from './test/run-stages.ts';
import { browserTests, build, nodeTests } from './test/stages.ts';

process.env['PORTICO_LONG'] = '1';
await runStages([nodeTests, build, browserTests]);
