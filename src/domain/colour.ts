/** Colours as numbers: how light they are, how well one is told from another, and what comes of mixing them. */

/** Red, green and blue in linear light, from 0 to 1. */
export type Linear = readonly [number, number, number];
/** Lightness, and the two axes green to red and blue to yellow. */
type Oklab = readonly [number, number, number];

export const isHexColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

export const hexToLinear = (hex: string): Linear => [toLinear(hex, 1), toLinear(hex, 3), toLinear(hex, 5)];

const toLinear = (hex: string, from: number): number => {
  const part = parseInt(hex.slice(from, from + 2), 16) / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

export const linearToHex = (colour: Linear): string =>
  `#${colour
    .map((linear) => {
      const gamma = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
      return Math.round(Math.min(1, Math.max(0, gamma)) * 255)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
export const contrastOf = (one: Linear, other: Linear): number => {
  const [darker, lighter] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
};

/** WCAG 2.2, "relative luminance". */
const luminanceOf = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** `share` of the first in the second, as `color-mix(in oklab, …)` mixes them. */
export const mixed = (one: Linear, share: number, other: Linear): Linear => {
  const [from, to] = [linearToOklab(other), linearToOklab(one)];
  const between = (axis: 0 | 1 | 2): number => from[axis] + (to[axis] - from[axis]) * share;
  return oklabToLinear([between(0), between(1), between(2)]);
};

export const lightnessOf = (colour: Linear): number => linearToOklab(colour)[0];

export const oklchToLinear = (lightness: number, chroma: number, hue: number): Linear => {
  const turn = (hue * Math.PI) / 180;
  return oklabToLinear([lightness, chroma * Math.cos(turn), chroma * Math.sin(turn)]);
};

/** Lightness, chroma, and the hue in degrees. */
export const linearToOklch = (colour: Linear): readonly [number, number, number] => {
  const [lightness, a, b] = linearToOklab(colour);
  return [lightness, Math.hypot(a, b), (Math.atan2(b, a) * 180) / Math.PI];
};

/** Ottosson's matrices as CSS Color 4 §10.2 gives them. */
const oklabToLinear = ([lightness, a, b]: Oklab): Linear => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
};

const linearToOklab = ([red, green, blue]: Linear): Oklab => {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
