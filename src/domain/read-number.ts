/**
 * A number as people type it: with a point or a comma, with spaces between thousands. Null for what is no number, and for
 * what may mean two: 1,000 is a thousand to some and one to others.
 */
export const readNumber = (typed: string): number | null => {
  const plain = typed
    .trim()
    .replaceAll('\u2212', '-')
    .replaceAll(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3})/g, '');
  if (!/^-?\d+([.,]\d+)?$/.test(plain)) return null;
  if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return null;
  const number = Number(plain.replace(',', '.'));
  return Number.isFinite(number) ? number : null;
};
