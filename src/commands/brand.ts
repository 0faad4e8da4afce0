/** `npm run brand [-- folder]`: checks the `portico.json` of a built site and writes the site's manifest from it. */
import { join } from 'node:path';
import { readPorticoJson } from '../server/site/read-portico-json.ts';
import { writeManifest } from '../server/site/write-manifest.ts';

const brand = async (folder: string): Promise<void> => {
  const settings = await readPorticoJson(join(folder, 'portico.json'));
  await writeManifest(settings, folder);
  process.stdout.write(`${join(folder, 'manifest.webmanifest')} now says “${settings.name}”.\n`);
};

brand(process.argv[2] ?? 'dist').catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
