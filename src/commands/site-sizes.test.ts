import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { brotliBytes, readSite } from './site-sizes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-sizes-'));
  mkdirSync(join(folder, '.vite'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const chunks = {
  '_page.js': { name: 'page', file: 'index.js', css: ['index.css'], imports: ['_shared.js'], dynamicImports: ['_home.js'] },
  '_shared.js': { file: 'shared.js', imports: ['_deep.js'] },
  '_deep.js': { file: 'deep.js' },
  '_home.js': {
    name: 'home',
    file: 'home.js',
    css: ['home.css'],
    imports: ['_shared.js', '_database.js'],
    dynamicImports: ['src/portal/wizard.tsx', 'src/desk/desk.tsx'],
  },
  '_database.js': { file: 'database.js' },
  'src/portal/wizard.tsx': { file: 'wizard.js', imports: ['_shared.js'] },
  'src/desk/desk.tsx': { file: 'desk.js', css: ['desk.css'] },
};

const built = (manifest: object): string => {
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest));
  return folder;
};

const sorted = (files: ReadonlySet<string>): readonly string[] => [...files].sort();

test('before the first paint comes what the entry imports, however far down, with its styles', () => {
  expect(sorted(readSite(built(chunks)).firstPaint)).toEqual(['deep.js', 'index.css', 'index.html', 'index.js', 'shared.js']);
});

test('home adds what the signed-in portal imports, and nothing that waits for a click', () => {
  const { firstPaint, home } = readSite(built(chunks));
  expect(sorted(home.difference(firstPaint))).toEqual(['database.js', 'home.css', 'home.js']);
});

test('an employee reaches every screen but those of the desk', () => {
  const { home, employee } = readSite(built(chunks));
  expect(sorted(employee.difference(home))).toEqual(['wizard.js']);
});

test('a home that has slipped into the page is noticed', () => {
  const { '_home.js': gone, ...others } = chunks;
  expect(gone).toBeDefined();
  expect(() => readSite(built(others))).toThrow('not a file of its own');
});

test('files are weighed as they go over the wire', () => {
  writeFileSync(join(folder, 'a.js'), 'x'.repeat(100_000));
  expect(brotliBytes(folder, ['a.js'])).toBeLessThan(100);
});

test('a file does not weigh more because another, named in it, has changed', () => {
  const weightOf = (hash: string): number => {
    writeFileSync(join(folder, 'a.js'), `import('./home-${hash}.js')`);
    return brotliBytes(folder, ['a.js']);
  };
  expect(weightOf('AAAAAAAA')).toBe(weightOf('x7_Q-z9k'));
});
