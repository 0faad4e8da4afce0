/** Search over what is on the device: every word must be found, a title counts most. */

/** Text made comparable: lower case, without diacritics (Unicode NFD), white space folded. */
export const foldText = (text: string): string => withoutDiacritics(text.toLowerCase()).replace(/\s+/g, ' ').trim();

/** Most text is plain ASCII, and 10,000 tickets are folded at once: that is not taken apart first. */
const withoutDiacritics = (text: string): string =>
  isAscii.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[æøłđðþßœı]/g, (letter) => wholeLetters[letter] ?? letter);

const isAscii = /^[\0-\x7f]*$/;
/** Letters that Unicode does not take apart, as people type them on a keyboard that lacks them. */
const wholeLetters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', œ: 'oe', ı: 'i' };

export const searchWords = (query: string): readonly string[] =>
  foldText(query)
    .split(' ')
    .filter((word) => word !== '');

/** Something that can be found; both texts are folded. */
export type Searchable = { readonly title: string; readonly rest: string };

/** 0 when a word is missing; else higher for words in the title, at the start of a word, and at its very beginning. */
export const searchScore = (words: readonly string[], { title, rest }: Searchable): number => {
  let score = 0;
  for (const word of words) {
    const found = wordScore(word, title, 10) || wordScore(word, rest, 1);
    if (found === 0) return 0;
    score += found;
  }
  return score;
};

const wordScore = (word: string, text: string, weight: number): number => {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return weight * 4;
  return text.includes(` ${word}`) ? weight * 3 : weight;
};

/** The things that match, best first; of equal ones the order they came in is kept. No words match everything. */
export const searchAll = <Thing>(query: string, things: readonly Thing[], searchableOf: (thing: Thing) => Searchable): readonly Thing[] => {
  const words = searchWords(query);
  if (words.length === 0) return things;
  return things
    .map((thing) => ({ thing, score: searchScore(words, searchableOf(thing)) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ thing }) => thing);
};

/** Folds the texts of a thing once, however often it is searched. */
export const createSearchable = <Thing extends object>(textsOf: (thing: Thing) => Searchable): ((thing: Thing) => Searchable) => {
  const prepared = new WeakMap<Thing, Searchable>();
  return (thing) => {
    const known = prepared.get(thing);
    if (known) return known;
    const { title, rest } = textsOf(thing);
    const searchable = { title: foldText(title), rest: foldText(rest) };
    prepared.set(thing, searchable);
    return searchable;
  };
};
