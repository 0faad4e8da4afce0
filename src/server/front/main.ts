/** `npm start -- --backend request-tracker --url …`: the portal in front of a service desk that is there already. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { porticoJsonSchema, type PorticoJson } from '../../contract/portico-json.ts';
import { exitWith, listen, openAt } from '../listen.ts';
import { stderrLog } from '../log.ts';
import { readSettings, type Settings } from '../settings.ts';
import { readPorticoJson } from '../site/read-portico-json.ts';
import { createFront } from './create-front.ts';

const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const target = settings.PORTICO_BACKEND_URL;
  if (target === undefined) throw new Error('PORTICO_BACKEND_URL: where is the backend?');
  const porticoJson = await frontSettings(settings);
  const app = createFront({ site: { distFolder: settings.PORTICO_DIST, porticoJson }, target, log: stderrLog });
  listen(app, settings, {
    onOpen: (port) => process.stdout.write(`${openAt(settings, port)}\nin front of Request Tracker at ${target}: people sign in with what they have there.\n`),
    onStop: () => undefined,
    onStopped: () => Promise.resolve(),
  });
};

/** The file that was asked for, or the one in the data folder, or what Request Tracker needs at the least. */
const frontSettings = async ({ PORTICO_CONFIG, PORTICO_DATA }: Settings): Promise<PorticoJson> => {
  const beside = join(PORTICO_DATA, 'portico.json');
  const file = PORTICO_CONFIG ?? (existsSync(beside) ? beside : undefined);
  if (file === undefined) return v.parse(porticoJsonSchema, { backend: { kind: 'request-tracker' } });
  const porticoJson = await readPorticoJson(file);
  if (porticoJson.backend.kind === 'request-tracker' && porticoJson.backend.address === '') return porticoJson;
  throw new Error(`${file}: for this, backend.kind is "request-tracker", and backend.address is left out: Request Tracker is behind the portal's own address.`);
};

main().catch(exitWith);
