import { linearToHex, oklchToLinear } from './colour.ts';

/** The brand that the portal has when nobody says anything else: the same as in its style sheet. */
export const ownColour = 'oklch(46% 0.1 178)';

/** A colour of `portico.json` as `#rrggbb`: outside of a browser's style sheets few things read OKLCH. */
export const colourToHex = (colour: string): string => {
  if (colour.startsWith('#')) return colour.toLowerCase();
  const [lightness = 0, chroma = 0, hue = 0] = colour.slice('oklch('.length, -1).trim().split(/\s+/).map(partToNumber);
  return linearToHex(oklchToLinear(lightness, chroma, hue));
};

const partToNumber = (part: string, index: number): number => {
  // CSS Color 4 §9.4: 100 % is 1 for lightness and 0.4 for chroma.
  if (part.endsWith('%')) return (Number(part.slice(0, -1)) / 100) * (index === 1 ? 0.4 : 1);
  return Number(part);
};
