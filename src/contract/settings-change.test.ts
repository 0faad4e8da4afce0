import * as v from 'valibot';
import { expect, test } from 'vitest';
import { longestPicture, pictureLimits } from '../domain/settings/look-picture.ts';
import { toldValue } from '../domain/settings/told-value.ts';
import { batchLimits } from './version.ts';
import { settingsChangeSchema } from './settings-change.ts';

const picture = (length: number): string => 'data:image/jpeg;base64,'.padEnd(length, '/9j');

test('a picture may be wanted, and is not what was seen', () => {
  const change = { place: 'look.banner', from: '', to: picture(longestPicture) };
  expect(v.is(settingsChangeSchema, change)).toBe(true);
  expect(v.is(settingsChangeSchema, { ...change, to: picture(longestPicture + 1) })).toBe(false);
  expect(v.is(settingsChangeSchema, { ...change, from: picture(2_000) })).toBe(false);
});

test('one save of the largest banner and the largest logo, with all else that may be typed, fits into one request', () => {
  const wanted = { banner: picture(longestPicture), logo: picture(Math.ceil(pictureLimits.logo / 3) * 4 + 23) };
  const changes = Object.entries(wanted).map(([field, to]) => {
    const place = `look.${field}` as const;
    return { place, from: toldValue('look.banner', picture(longestPicture)), to };
  });
  const settings = JSON.stringify({ changes, reason: '…'.repeat(500), rest: 'x'.repeat(20_000) });
  expect(new TextEncoder().encode(settings).length).toBeLessThan(batchLimits.bytes);
});
