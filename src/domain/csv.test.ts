import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('commas, quotes and line breaks stay in their cell', () => {
  expect(csvOf([['a', 'b,c', 'say "d"', 'e\nf', 3, null]])).toBe('\ufeffa,"b,c","say ""d""","e\nf",3,\r\n');
});

test.each(['=1+1', '+49 170', '-3', '@sum', '\tx'])('%j is not run by the spreadsheet that opens it', (text) => {
  expect(csvOf([[text]])).toBe(`\ufeff'${text}\r\n`);
});

/** As a spreadsheet reads it. */
const read = (csv: string): readonly (readonly string[])[] => {
  const cells = [...csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

test('whatever is in the cells comes back as it was', () => {
  const harmless = fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text));
  const table = fc.array(fc.array(harmless, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(table, (rows) => {
      expect(read(csvOf(rows))).toEqual(rows);
    }),
  );
});
