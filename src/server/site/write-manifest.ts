import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PorticoJson } from '../../contract/portico-json.ts';
import { manifestOf } from './web-manifest.ts';

/** For a plain static host, which has nobody to make the manifest when it is asked for. */
export const writeManifest = async (settings: PorticoJson, distFolder: string): Promise<void> =>
  writeFile(join(distFolder, 'manifest.webmanifest'), `${JSON.stringify(manifestOf(settings), null, 2)}\n`);
