import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { porticoJsonSchema } from '../../contract/portico-json.ts';
import { securityHeaders } from './security-headers.ts';

test('a plain static host is told to send the very headers that we send ourselves', async () => {
  const guide = await readFile(join(import.meta.dirname, '../../../docs/deploy.md'), 'utf8');
  for (const [name, value] of Object.entries(securityHeaders(v.parse(porticoJsonSchema, {})))) {
    expect(guide).toContain(`add_header ${name} "${value}" always;`);
    expect(guide).toContain(`\t\t${name} "${value}"\n`);
  }
});

test('every key of portico.json is explained to those who write one', async () => {
  const guide = await readFile(join(import.meta.dirname, '../../../docs/deploy.md'), 'utf8');
  for (const key of Object.keys(porticoJsonSchema.pipe[2].entries)) expect(guide).toMatch(new RegExp(`^\\| \`${key}[.\`]`, 'm'));
});
