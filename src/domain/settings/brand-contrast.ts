/**
 * Can a brand colour be read where the portal uses it? Judged by WCAG 2.2 (success criterion 1.4.3) against what
 * `src/ui/tokens.css` makes of it: text upon it, and it as text on cards, on the page, and on its own tint.
 */
import { contrastOf, hexToLinear, lightnessOf, mixed, oklchToLinear, type Linear } from '../colour.ts';

export type Scheme = 'light' | 'dark';

/** `text-on-it`: on a button of that colour; `as-text`: words of that colour on the page. */
export type Unreadable = { readonly pair: 'text-on-it' | 'as-text'; readonly contrast: number };

export const leastContrast = 4.5;

type Oklch = readonly [number, number, number];

/** As the tokens `--card` and `--paper` have them. */
export const grounds: Readonly<Record<Scheme, { readonly card: Oklch; readonly paper: Oklch }>> = {
  light: { card: [1, 0, 0], paper: [0.984, 0.006, 95] },
  dark: { card: [0.235, 0.014, 240], paper: [0.19, 0.012, 240] },
};

/** How much of the brand is in `--tint`. (Words on `--tint-strong` are in ink.) */
export const tintShare = 0.09;

/** Null where everything can be read. `colour` is `#rrggbb`. */
export const unreadableIn = (scheme: Scheme, colour: string): Unreadable | null => {
  const brand = hexToLinear(colour);
  const onIt = contrastOf(inkOn(brand), brand);
  const asText = Math.min(...groundsUnder(scheme, brand).map((ground) => contrastOf(ground, brand)));
  if (onIt < leastContrast) return { pair: 'text-on-it', contrast: onIt };
  return asText < leastContrast ? { pair: 'as-text', contrast: asText } : null;
};

/** `--brand-ink`: white, or nearly black from this lightness on. */
export const inkTurnsAt = 0.68;
const inkOn = (brand: Linear): Linear => oklchToLinear(lightnessOf(brand) < inkTurnsAt ? 1 : 0.2, 0, 0);

const groundsUnder = (scheme: Scheme, brand: Linear): readonly Linear[] => {
  const [card, paper] = [oklchToLinear(...grounds[scheme].card), oklchToLinear(...grounds[scheme].paper)];
  return [card, paper, mixed(brand, tintShare, card)];
};
