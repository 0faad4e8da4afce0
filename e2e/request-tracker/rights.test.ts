import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('requestors have in the tests the rights that administrators are told to give, and no others', async () => {
  const seed = await readFile(join(import.meta.dirname, 'seed.pl'), 'utf8');
  const guide = await readFile(join(import.meta.dirname, '../../docs/how-to/request-tracker.md'), 'utf8');
  const granted = [...seed.matchAll(/grant\( \$(?:everybody|queue->RoleGroup)[^;]*?qw\(([^)]*)\)/g)].flatMap(([, rights = '']) => rights.split(' '));
  const told =
    [...guide.matchAll(/^\|.*?\|/gm)].join('\n') + [...guide.matchAll(/^\| (?:global|each [^|]*) \|([^|]*)\|/gm)].map(([, rights]) => rights).join('\n');
  const rightsTold = [...new Set([...told.matchAll(/`((?:See|Show|Create|Set|Reply|Modify)[A-Z]\w+)`/g)].map(([, right]) => right ?? ''))];
  expect(granted.length).toBeGreaterThan(5);
  expect(rightsTold.toSorted()).toEqual([...new Set(granted)].toSorted());
});
