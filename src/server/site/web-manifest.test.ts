import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { porticoJsonSchema } from '../../contract/portico-json.ts';
import { manifestOf } from './web-manifest.ts';
import { writeManifest } from './write-manifest.ts';

const settings = v.parse(porticoJsonSchema, { name: 'Riverside Service Desk', shortName: 'Riverside', brand: { light: 'oklch(62.8% 0.2577 29.23)' } });

test('the installed portal carries the name and the colour of the deployment', () => {
  expect(manifestOf(settings)).toMatchObject({ name: 'Riverside Service Desk', short_name: 'Riverside', theme_color: '#ff0000', display: 'standalone' });
});

test('a deployment without a short name is called by its name', () => {
  expect(manifestOf(v.parse(porticoJsonSchema, {}))).toMatchObject({ short_name: 'Service Desk' });
});

test('every icon that the manifest names is there, in the size it says', async () => {
  for (const { src, sizes, type } of manifestOf(settings).icons) {
    const file = join(import.meta.dirname, '../../../public', src);
    expect(existsSync(file), src).toBe(true);
    if (type !== 'image/png') continue;
    // Width and height are the first two numbers of the header chunk (PNG §11.2.1).
    const header = (await readFile(file)).subarray(16, 24);
    expect(`${header.readUInt32BE(0)}x${header.readUInt32BE(4)}`).toBe(sizes);
  }
});

test('a plain static host gets the same manifest as a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portico-manifest-'));
  await writeManifest(settings, folder);
  expect(JSON.parse(await readFile(join(folder, 'manifest.webmanifest'), 'utf8'))).toEqual(manifestOf(settings));
  await rm(folder, { recursive: true });
});
