/** Which `portico.json` this deployment has: the file it names, the one beside its data, or one of our own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { porticoJsonSchema, type PorticoJson } from '../../contract/portico-json.ts';
import { readPorticoJson } from './read-portico-json.ts';

export type DeploymentPlaces = {
  /** The file that was asked for by name: it must be there. */
  readonly configFile: string | undefined;
  /** Where the data is: a `portico.json` there is taken by itself. */
  readonly dataFolder: string;
  readonly isSample: boolean;
};

export const deploymentSettings = async ({ configFile, dataFolder, isSample }: DeploymentPlaces): Promise<PorticoJson> => {
  if (configFile) return readPorticoJson(configFile);
  const besideData = join(dataFolder, 'portico.json');
  if (existsSync(besideData)) return readPorticoJson(besideData);
  return v.parse(porticoJsonSchema, isSample ? sampleSettings : {});
};

const sampleSettings = {
  name: 'Northwind Service Desk',
  shortName: 'Northwind',
  brand: { light: 'oklch(46% 0.1 178)', dark: 'oklch(78% 0.11 178)' },
  forgottenPassword: { words: 'This is a sample organisation: everybody’s password is their user name followed by “-portico”, for example ada-portico.' },
};
