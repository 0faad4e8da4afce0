import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deploymentSettings } from './deployment-settings.ts';

let dataFolder = '';
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'portico-settings-'));
});
afterEach(() => rm(dataFolder, { recursive: true }));

const settingsOf = (configFile?: string, isSample = true) => deploymentSettings({ configFile, dataFolder, isSample });
const written = async (name: string, text: string): Promise<string> => {
  await writeFile(join(dataFolder, name), text);
  return join(dataFolder, name);
};

test('without a file, the sample organisation has a name and a brand of its own', async () => {
  expect(await settingsOf()).toMatchObject({ name: 'Northwind Service Desk', shortName: 'Northwind', backend: { kind: 'portico', address: '' } });
});

test('without a file and without the sample, nothing of the sample is left', async () => {
  expect(await settingsOf(undefined, false)).toEqual({
    name: 'Service Desk',
    backend: { kind: 'portico', address: '' },
    brand: {},
    vocabulary: {},
    forgottenPassword: {},
  });
});

test('a portico.json beside the data is taken by itself', async () => {
  await written('portico.json', '{"name": "Riverside"}');
  expect((await settingsOf()).name).toBe('Riverside');
});

test('a file asked for by name comes before the one beside the data', async () => {
  await written('portico.json', '{"name": "Riverside"}');
  expect((await settingsOf(await written('other.json', '{"name": "Hillside"}'))).name).toBe('Hillside');
});

test('a file asked for by name that is not there stops the start, instead of another brand going live', async () => {
  await expect(settingsOf(join(dataFolder, 'missing.json'))).rejects.toThrow('missing.json cannot be read');
});

test('a bad file stops the start and names each place', async () => {
  const file = await written('portico.json', '{"name": "", "brand": {"light": "teal"}, "backend": {"kind": "elsewhere"}}');
  const refusal = settingsOf();
  await expect(refusal).rejects.toThrow(file);
  await expect(refusal).rejects.toThrow(/^ {2}name: /m);
  await expect(refusal).rejects.toThrow('brand.light: a colour is #rrggbb or oklch(L C H)');
  await expect(refusal).rejects.toThrow(/^ {2}backend\.kind: /m);
});

test('a file that is not JSON stops the start and says so', async () => {
  await written('portico.json', '{"name": "Riverside",}');
  await expect(settingsOf()).rejects.toThrow('portico.json is not JSON');
});

test('a file with something else than an object in it stops the start', async () => {
  await written('portico.json', '"Riverside"');
  await expect(settingsOf()).rejects.toThrow('is not a portico.json');
});

test('a slash at the end of the backend’s address does no harm', async () => {
  for (const [given, used] of [
    ['/backend/', '/backend'],
    ['https://desk.example/', 'https://desk.example'],
    ['/', ''],
    ['', ''],
  ] as const) {
    await written('portico.json', JSON.stringify({ backend: { address: given } }));
    expect((await settingsOf()).backend.address).toBe(used);
  }
});
