/** A colour of `portico.json` as `#rrggbb`: outside of a browser's style sheets few things read OKLCH. */
export const colourToHex = (colour: string): string => {
  if (colour.startsWith('#')) return colour.toLowerCase();
  const [lightness = 0, chroma = 0, hue = 0] = colour.slice('oklch('.length, -1).trim().split(/\s+/).map(partToNumber);
  return `#${oklchToLinear(lightness, chroma, hue).map(linearToHex).join('')}`;
};

const partToNumber = (part: string, index: number): number => {
  // CSS Color 4 §9.4: 100 % is 1 for lightness and 0.4 for chroma.
  if (part.endsWith('%')) return (Number(part.slice(0, -1)) / 100) * (index === 1 ? 0.4 : 1);
  return Number(part);
};

/** To linear sRGB, with Ottosson's matrices as CSS Color 4 §10.2 gives them. */
const oklchToLinear = (lightness: number, chroma: number, hue: number): readonly number[] => {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
};

const linearToHex = (linear: number): string => {
  const gamma = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, gamma)) * 255)
    .toString(16)
    .padStart(2, '0');
};
