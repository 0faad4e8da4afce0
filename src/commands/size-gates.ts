/** Fails when the built portal has outgrown its budget, or when the front door drags in what it does not need. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliBytes, readSite, sizeGates } from './site-sizes.ts';

const folder = 'dist';
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const note = (bytes: number, budgetBytes: number, limitBytes: number): string => {
  if (bytes > limitBytes) return '   TOO MUCH';
  return bytes > budgetBytes ? `   over its budget (limit for now ${kilobytes(limitBytes)})` : '';
};

for (const { what, files, budgetBytes, limitBytes } of sizeGates(folder)) {
  const bytes = brotliBytes(folder, files);
  const isOver = bytes > limitBytes;
  process.stdout.write(`${what.padEnd(36)} ${kilobytes(bytes).padStart(9)} of ${kilobytes(budgetBytes)} brotli${note(bytes, budgetBytes, limitBytes)}
`);
  if (isOver) process.exitCode = 1;
}

/** The database is more than half of the portal's script, and nobody needs it to sign in. */
for (const file of readSite(folder).firstPaint) {
  if (!readFileSync(join(folder, file), 'utf8').includes('DexieError')) continue;
  process.stdout.write(`${file} brings the database (Dexie) before the first paint\n`);
  process.exitCode = 1;
}
