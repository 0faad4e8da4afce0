/** Characters that RT's editor writes by their names (HTML 4, "Character entity references"). */

/** In the order of their codes. */
const fromNbsp =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest';
const greek = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega';
const others =
  'amp& lt< gt> quot" apos\' AEligÆ aeligæ OEligŒ oeligœ OslashØ oslashø ETHÐ ethð THORNÞ thornþ szligß times× divide÷ ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ ' +
  'dagger† bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› euro€ trade™ larr← rarr→ minus− ne≠ le≤ ge≥';

const inOrder = (names: string, first: number): readonly (readonly [string, string])[] =>
  names.split(' ').map((name, index) => [name, String.fromCodePoint(first + index)]);

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const byName: ReadonlyMap<string, string> = new Map([
  ...inOrder(fromNbsp, 0xa0),
  ...inOrder(greek, 0x3b1),
  // There is no capital of the sigma that ends a word, and nothing stands in its place.
  ...inOrder(greek, 0x391).map(([name, character]) => [capital(name), character] as const),
  ...others.split(' ').map((other) => [other.slice(0, -1), other.slice(-1)] as const),
  ['nbsp', ' '],
  ['shy', ''],
]);

/** Put behind a letter, and the two are one character. */
const accents: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  caron: '\u030c',
  cedil: '\u0327',
};

/** Undefined for a name that stands for nothing here. */
export const namedCharacter = (name: string): string | undefined =>
  byName.get(name) ?? (Object.hasOwn(accents, name.slice(1)) ? (name.slice(0, 1) + accents[name.slice(1)]).normalize() : undefined);
