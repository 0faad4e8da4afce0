/** Builds the portal into dist/, when it is not already there for these sources. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import * as v from 'valibot';
import { porticoJsonSchema } from '../contract/portico-json.ts';
import { writeManifest } from '../server/site/write-manifest.ts';

const stampFile = 'dist/.built-from';

export const buildSite = async (): Promise<void> => {
  // A build that fails leaves nothing behind that could be taken for its result.
  rmSync('dist', { recursive: true, force: true });
  await build({ logLevel: 'warn' });
  await writeManifest(v.parse(porticoJsonSchema, JSON.parse(readFileSync('public/portico.json', 'utf8'))), 'dist');
  writeFileSync(stampFile, sourcesHash());
};

export const buildSiteIfStale = async (): Promise<void> => {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesHash()) return;
  process.stdout.write('Building the portal …\n');
  await buildSite();
};

/** Of everything that goes into the build, tests and the server left out. */
const sourcesHash = (): string => {
  const files = globSync(['index.html', 'vite.config.ts', 'package-lock.json', 'public/**/*', 'src/**/*.{ts,tsx,css}'], {
    exclude: ['src/server/**', 'src/commands/**', '**/*.test.*', '**/*.testing.*'],
  })
    // The one command that says how the build is cut.
    .concat('src/commands/site-parts.ts')
    .sort();
  const hash = createHash('sha256');
  for (const file of files) if (/\.[a-z0-9]+$/.test(file)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};
