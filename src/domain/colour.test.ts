import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastOf, hexToLinear, isHexColour, lightnessOf, linearToHex, mixed } from './colour.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  // The greys on either side of what may be read on white.
  ['#767676', '#ffffff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ffffff', 4],
  ['#0000ff', '#ffffff', 8.59],
  ['#00ff00', '#ffffff', 1.37],
  ['#ffff00', '#000000', 19.56],
] as const)('%s on %s is the contrast that WCAG gives', (one, other, contrast) => {
  expect(contrastOf(hexToLinear(one), hexToLinear(other))).toBeCloseTo(contrast, 2);
});

test('contrast is the same either way round, is never below 1 or above 21, and is 1 with itself', () => {
  fc.assert(
    fc.property(hex, hex, (one, other) => {
      const contrast = contrastOf(hexToLinear(one), hexToLinear(other));
      expect(contrast).toBe(contrastOf(hexToLinear(other), hexToLinear(one)));
      expect(contrast).toBeGreaterThanOrEqual(1);
      expect(contrast).toBeLessThanOrEqual(21);
      expect(contrastOf(hexToLinear(one), hexToLinear(one))).toBe(1);
    }),
  );
});

test('a colour survives the way into numbers and back, and so do both ends of a mixture', () => {
  fc.assert(
    fc.property(hex, hex, (one, other) => {
      const [first, second] = [hexToLinear(one), hexToLinear(other)];
      expect(linearToHex(first)).toBe(one);
      expect(linearToHex(mixed(first, 1, second))).toBe(one);
      expect(linearToHex(mixed(first, 0, second))).toBe(other);
    }),
  );
});

test('white and black are the ends of lightness', () => {
  expect(lightnessOf(hexToLinear('#ffffff'))).toBeCloseTo(1, 4);
  expect(lightnessOf(hexToLinear('#000000'))).toBe(0);
});

test.each(['#0a7d5a', '#ABCDEF'])('%s is a colour', (text) => expect(isHexColour(text)).toBe(true));
test.each(['', 'red', '#fff', '0a7d5a', '#0a7d5a ', '#0a7d5g', 'oklch(46% 0.1 178)'])('“%s” is none', (text) => expect(isHexColour(text)).toBe(false));
