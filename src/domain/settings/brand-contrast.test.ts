import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastOf, hexToLinear, linearToHex, oklchToLinear } from '../colour.ts';
import { ownColour } from '../colour-to-hex.ts';
import { derivedDark } from './derived-dark.ts';
import { grounds, inkTurnsAt, leastContrast, tintShare, unreadableIn, type Scheme } from './brand-contrast.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
const schemes: readonly Scheme[] = ['light', 'dark'];

test('003.2: a colour that may be set can be read on cards and on the page, whichever it is', () => {
  fc.assert(
    fc.property(hex, fc.constantFrom(...schemes), (colour, scheme) => {
      if (unreadableIn(scheme, colour)) return;
      for (const ground of Object.values(grounds[scheme]))
        expect(contrastOf(hexToLinear(colour), hexToLinear(linearToHex(oklchToLinear(...ground))))).toBeGreaterThan(leastContrast - 0.03);
    }),
    { numRuns: 2_000 },
  );
});

test('003.2: what is refused is said with a contrast below what is needed', () => {
  fc.assert(
    fc.property(hex, fc.constantFrom(...schemes), (colour, scheme) => {
      expect(unreadableIn(scheme, colour)?.contrast ?? 1).toBeLessThan(leastContrast);
    }),
  );
});

test('003.2: where only a light colour is set, the dark one that derives from it can always be read', () => {
  fc.assert(fc.property(hex, (light) => unreadableIn('dark', linearToHex(derivedDark(hexToLinear(light)))) === null));
});

test('no colour is good on light screens and on dark ones: the one is too dark where the other is readable', () => {
  fc.assert(fc.property(hex, (colour) => schemes.some((scheme) => unreadableIn(scheme, colour) !== null)));
});

test.each([
  ['light', '#006958', null],
  ['light', '#2563eb', null],
  ['light', '#00a3a3', 'text-on-it'],
  ['light', '#777777', 'text-on-it'],
  ['light', '#ffcc00', 'as-text'],
  ['light', '#6f6f6f', 'as-text'],
  ['dark', '#ffcc00', null],
  ['dark', '#006958', 'as-text'],
  // White is written upon it, and it is too light for that; a little lighter, it is written upon in black.
  ['dark', '#888888', 'text-on-it'],
  ['dark', '#a0a0a0', null],
] as const)('on %s screens %s is judged by %s', (scheme, colour, pair) => {
  expect(unreadableIn(scheme, colour)?.pair ?? null).toBe(pair);
});

test('the rule judges by the colours that the portal is painted with', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../ui/tokens.css'), 'utf8');
  const oklch = ([lightness, chroma, hue]: readonly [number, number, number]): string => `oklch(${Number((lightness * 100).toFixed(1))}% ${chroma} ${hue})`;
  expect(tokens).toContain(`--card: light-dark(#fff, ${oklch(grounds.dark.card)});`);
  expect(tokens).toContain(`--paper: light-dark(${oklch(grounds.light.paper)}, ${oklch(grounds.dark.paper)});`);
  expect(tokens).toContain(`--brand-light: ${ownColour};`);
  expect(tokens).toContain('--brand-dark: oklch(from var(--brand-light) max(l, 0.78) min(c, 0.11) h);');
  expect(tokens).toContain(`--tint: color-mix(in oklab, var(--brand) ${tintShare * 100}%, var(--card));`);
  expect(tokens).toContain(`--brand-ink: oklch(from var(--brand) clamp(0.2, (${inkTurnsAt} - l) * 1000, 1) 0 h);`);
});
