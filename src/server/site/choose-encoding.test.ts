import { expect, test } from 'vitest';
import { chooseEncoding } from './choose-encoding.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['*', 'br'],
  ['BR', 'br'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*;q=0', 'identity'],
  ['gzip;q=0, *', 'br'],
] as const)('an Accept-Encoding of "%s" is answered with %s', (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});
