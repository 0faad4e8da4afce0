import { linearToOklch, oklchToLinear, type Linear } from '../colour.ts';

/** The colour on dark screens where only the light one is set: as the token `--brand-dark` derives it. */
export const derivedDark = (light: Linear): Linear => {
  const [lightness, chroma, hue] = linearToOklch(light);
  return oklchToLinear(Math.max(lightness, 0.78), Math.min(chroma, 0.11), hue);
};
