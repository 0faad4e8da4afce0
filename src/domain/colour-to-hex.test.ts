import { expect, test } from 'vitest';
import { colourToHex } from './colour-to-hex.ts';

test.each([
  ['#00695C', '#00695c'],
  ['oklch(46% 0.1 178)', '#006958'],
  ['oklch(0.46 25% 178)', '#006958'],
  ['oklch(100% 0 0)', '#ffffff'],
  ['oklch(0% 0 0)', '#000000'],
  // The red of sRGB, as CSS Color 4 lists it.
  ['oklch(62.8% 0.2577 29.23)', '#ff0000'],
  // More colourful than a screen can show: each channel is cut off, as browsers do it.
  ['oklch(70% 0.4 150)', '#00d600'],
] as const)('%s is %s on a task bar', (colour, hex) => {
  expect(colourToHex(colour)).toBe(hex);
});
