/**
 * Characters that RT's editor writes by their names (HTML 4, "Character entity references"): those of Latin-1 and the Greek
 * letters in the order of their codes, the marks of typography one by one.
 */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const greek = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega';
const marks =
  'amp& lt< gt> quot" apos\' OElig\u0152 oelig\u0153 Scaron\u0160 scaron\u0161 Yuml\u0178 fnof\u0192 circ\u02c6 tilde\u02dc ensp\u2002 emsp\u2003 thinsp\u2009 ndash\u2013 mdash\u2014 lsquo\u2018 rsquo\u2019 ' +
  'sbquo\u201a ldquo\u201c rdquo\u201d bdquo\u201e dagger\u2020 Dagger\u2021 bull\u2022 hellip\u2026 permil\u2030 prime\u2032 Prime\u2033 lsaquo\u2039 rsaquo\u203a oline\u203e frasl\u2044 euro\u20ac trade\u2122 ' +
  'larr\u2190 uarr\u2191 rarr\u2192 darr\u2193 harr\u2194 rArr\u21d2 hArr\u21d4 minus\u2212 radic\u221a infin\u221e asymp\u2248 ne\u2260 equiv\u2261 le\u2264 ge\u2265 sum\u2211 loz\u25ca';

const inOrder = (names: string, first: number): readonly (readonly [string, string])[] =>
  names.split(' ').map((name, index) => [name, String.fromCodePoint(first + index)]);

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

export const namedCharacters: ReadonlyMap<string, string> = new Map([
  ...inOrder(latin, 0xa0),
  ...inOrder(greek, 0x3b1),
  // There is no capital of the sigma that ends a word, and nothing stands in its place.
  ...inOrder(greek, 0x391).map(([name, character]) => [capital(name), character] as const),
  ...marks.split(' ').map((mark) => [mark.slice(0, -1), mark.slice(-1)] as const),
  ['nbsp', ' '],
  ['shy', ''],
]);
