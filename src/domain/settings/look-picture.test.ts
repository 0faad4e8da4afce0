import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestPicture, pictureLimits } from './look-picture.ts';
import { pictureProblem } from './picture-problem.ts';
import { toldValue } from './told-value.ts';

const png = (bytes: number): string =>
  `data:image/png;base64,${Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(bytes - 8)]).toString('base64')}`;

test('a picture may be as large as its limit, and not a byte larger', () => {
  for (const limit of Object.values(pictureLimits)) {
    expect(pictureProblem(png(limit), limit)).toBeNull();
    expect(pictureProblem(png(limit + 1), limit)).toBe('too-large');
    expect(png(limit).length).toBeLessThanOrEqual(longestPicture);
  }
});

test.each([
  'data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=',
  'data:image/svg+xml,<svg/>',
  'data:text/html;base64,PGI+',
  // Says that it is a PNG, and is none.
  'data:image/png;base64,PHN2Zz48L3N2Zz4=',
  'data:image/jpeg;base64,iVBORw0KGgoAAAA=',
  'data:image/png;base64,iVBORw0KGgo"); color: red',
  'data:image/gif;base64,R0lGODlh',
  'https://pictures.example/banner.png',
  'picture',
])('%s is no picture', (url) => {
  expect(pictureProblem(url, 1_000)).toBe('not-a-picture');
});

test('a save and the log tell of a picture by a mark, the same for the same one, and of everything else as it is', () => {
  const [one, other] = [png(20_000), png(20_001)];
  expect(toldValue('look.banner', one)).toBe(toldValue('look.banner', one));
  expect(toldValue('look.banner', one)).not.toBe(toldValue('look.banner', other));
  expect(String(toldValue('look.logo', one)).length).toBeLessThan(40);
  expect(toldValue('look.banner', toldValue('look.banner', one))).toBe(toldValue('look.banner', one));
  fc.assert(fc.property(fc.string(), (text) => toldValue('look.greeting', text) === text));
  expect([toldValue('look.banner', ''), toldValue('chase.call.escalation', null)]).toEqual(['', null]);
});

test('pictures that differ in one letter, wherever it is, have other marks', () => {
  const url = png(600);
  fc.assert(
    fc.property(fc.integer({ min: 40, max: url.length - 1 }), (at) => {
      const changed = `${url.slice(0, at)}${url[at] === 'B' ? 'C' : 'B'}${url.slice(at + 1)}`;
      expect(toldValue('look.logo', changed)).not.toBe(toldValue('look.logo', url));
    }),
  );
});
