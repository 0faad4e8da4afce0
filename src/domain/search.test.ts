import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSearchable, foldText, searchAll, searchScore, searchWords, type Searchable } from './search.ts';

const found = (title: string, rest = ''): Searchable => ({ title: foldText(title), rest: foldText(rest) });
const search = (query: string, things: readonly Searchable[]): readonly string[] => searchAll(query, things, (thing) => thing).map((thing) => thing.title);

test('somebody without the key for it finds a word with diacritics', () => {
  expect(foldText('  Crème   BRÛLÉE ')).toBe('creme brulee');
  expect(foldText('Ærøskøbing Straße Łódź')).toBe('aeroskobing strasse lodz');
});

test('a letter followed by a combining mark is the same as the letter with the mark', () => {
  expect(foldText('cafe\u0301')).toBe(foldText('café'));
});

test('every word must be found, in whichever place', () => {
  const things = [found('Laptop', 'battery dies'), found('Laptop', 'screen flickers')];
  expect(search('laptop battery', things)).toEqual(['laptop']);
  expect(search('laptop mouse', things)).toEqual([]);
});

test('a word in the title comes before the same word in the rest, and a beginning before a middle', () => {
  const things = [found('Chair', 'for the printer room'), found('Blueprint'), found('Jam in the printer'), found('Printer')];
  expect(search('print', things)).toEqual(['printer', 'jam in the printer', 'blueprint', 'chair']);
});

test('a thing that opens with part of the word is found at the start of a later word too', () => {
  expect(searchScore(['vpn'], found('xvpn and vpn'))).toBe(searchScore(['vpn'], found('the vpn')));
});

test('things that match alike keep their order', () => {
  expect(search('a', [found('ab', '1'), found('ac', '2'), found('ad', '3')])).toEqual(['ab', 'ac', 'ad']);
});

test('no words, or only white space, match everything as it was', () => {
  const things = [found('B'), found('A')];
  expect(searchAll('  ', things, (thing) => thing)).toBe(things);
  expect(searchWords(' \t')).toEqual([]);
});

test('folding twice is folding once, and every text finds itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      expect(search(text, [found(text)])).toHaveLength(1);
    }),
  );
});

test('a thing is folded once, however often it is searched', () => {
  let foldings = 0;
  const searchableOf = createSearchable((thing: { readonly name: string }) => {
    foldings += 1;
    return { title: thing.name, rest: ' Für  Zoë ' };
  });
  const thing = { name: 'Émile' };
  expect([searchableOf(thing), searchableOf(thing)]).toEqual([found('emile', 'fur zoe'), found('emile', 'fur zoe')]);
  expect(searchableOf({ name: 'Émile' })).toEqual(searchableOf(thing));
  expect(foldings).toBe(2);
});
