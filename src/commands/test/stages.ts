/** The stages of `npm test`, the quick ones first; each one runs whatever became of those before it. */
import { rmSync } from 'node:fs';
import { oneSkipped, readPlaywrightCounts, readVitestCounts, sumCounts, type Counts } from './counts.ts';
import { prepareBrowser, preparePostgres, prepareRequestTracker } from './prepare.ts';
import { runCommand } from './run-command.ts';
import { check, type Stage } from './stage.ts';

const worlds = ['src/tsconfig.pure.json', 'tsconfig.json', 'src/service-worker', 'src/server', 'src/commands', 'tsconfig.tests.json'];

export const staticChecks: readonly Stage[] = [
  ...worlds.map((world) => check(`types: ${world}`, 'tsc', '-p', world)),
  check('lint', 'oxlint', '--type-aware', '--format=stylish'),
  check('unused code and packages', 'knip'),
  check('format', 'oxfmt', '--check'),
];

const vitestFile = 'test-results/vitest.json';
const playwrightFile = 'test-results/playwright.json';

/** Rules, store, sync, backend and components, in Node; on PostgreSQL where there is one. */
export const nodeTests: Stage = {
  name: 'tests in Node, with PostgreSQL',
  run: async () => {
    const postgres = await preparePostgres();
    const projects = ['unit', 'dom', ...(postgres ? ['pg'] : [])].map((project) => `--project=${project}`);
    const counts = await runVitest(projects, postgres ? { PORTICO_POSTGRES: postgres } : {});
    if (postgres) return counts;
    process.stdout.write('Skipped the tests on PostgreSQL: its programs (initdb, postgres) were not found. PORTICO_POSTGRES says where they are.\n');
    return sumCounts([counts, oneSkipped]);
  },
};

/** The adapter for Request Tracker against a real one, and the main journey through the portal in front of it. */
export const requestTrackerTests: Stage = {
  name: 'tests with Request Tracker',
  run: async () => {
    if (!(await prepareRequestTracker())) {
      process.stdout.write('Skipped the tests with Request Tracker: they install it from Debian’s packages, as root, or find it there.\n');
      return oneSkipped;
    }
    return sumCounts([await runVitest(['--project=rt'], {}), await runPlaywright({ PORTICO_RT: '1' })]);
  },
};

/** Thousands of random schedules of faults, and the planted bugs that they must find. `test:schedules` runs any number of them. */
export const schedules: Stage = {
  name: 'schedules of faults',
  // Ten times as many take ten times as long.
  run: () => runVitest(['--project=schedules'], {}, process.env['PORTICO_LONG'] === '1' ? 4 * 3_600_000 : undefined),
};

const runVitest = async (args: readonly string[], environment: Readonly<Record<string, string>>, limit?: number): Promise<Counts> => {
  rmSync(vitestFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`];
  return readVitestCounts(vitestFile, await runCommand('vitest', ['run', ...args, ...reporters], environment, limit));
};

/** Journeys and faults in a real browser, against the built site and a real backend. */
export const browserTests: Stage = {
  name: 'tests in a browser',
  run: () => runPlaywright({}),
};

const runPlaywright = async (environment: Readonly<Record<string, string>>): Promise<Counts> => {
  const browser = await prepareBrowser();
  rmSync(playwrightFile, { force: true });
  return readPlaywrightCounts(playwrightFile, await runCommand('playwright', ['test'], { PORTICO_BROWSER: browser, ...environment }));
};

export const build: Stage = check('build', 'node', 'src/commands/build.ts');
export const sizes: Stage = check('sizes', 'node', 'src/commands/size-gates.ts');
