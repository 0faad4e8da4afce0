export type Encoding = 'br' | 'gzip' | 'identity';

/** The best encoding that `Accept-Encoding` (RFC 9110 §12.5.3) allows: brotli, then gzip, then none. */
export const chooseEncoding = (acceptEncoding: string): Encoding => {
  const weights = parseWeights(acceptEncoding);
  const isWanted = (name: string): boolean => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  if (isWanted('br')) return 'br';
  return isWanted('gzip') ? 'gzip' : 'identity';
};

const parseWeights = (header: string): ReadonlyMap<string, number> =>
  new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2))] as const;
    }),
  );
