/** Words that nothing says are weight on every visit, and work for every translator. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const sourceFolder = dirname(import.meta.dirname);
const textOf = (path: string): string => readFileSync(join(sourceFolder, path), 'utf8');

const dictionaries = globSync('i18n/en-*.ts', { cwd: sourceFolder });
const sources = globSync('**/*.{ts,tsx}', { cwd: sourceFolder, exclude: ['**/*.test.*', 'server/**', 'commands/**'] })
  .filter((path) => !dictionaries.includes(path))
  .map(textOf)
  .join('\n');

const keys = dictionaries.flatMap((path) => [...textOf(path).matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key ?? ''));
/** `status.${…}` says every key that begins so. */
const patterns = [...sources.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{[^`]*\}`/gi)].map(([, beginning]) => beginning ?? '');

test('every word of the portal is said somewhere', () => {
  expect(keys.length).toBeGreaterThan(400);
  expect(keys.filter((key) => !sources.includes(`'${key}'`) && !patterns.some((beginning) => key.startsWith(beginning)))).toEqual([]);
});

test('no two dictionaries say the same key', () => {
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
