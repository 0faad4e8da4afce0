/** The browser tests run against the built site: `npx playwright test` by itself builds it first. */
import { buildSiteIfStale } from '../../src/commands/build-site.ts';

const prepare = (): Promise<void> => buildSiteIfStale();

export default prepare;
