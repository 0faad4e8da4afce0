import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkParts } from './link-parts.ts';

const links = (text: string): readonly string[] => linkParts(text).flatMap((part) => (part.isLink ? [part.text] : []));

test('addresses become links, and the punctuation of the sentence stays outside', () => {
  expect(links('See https://desk.example/a?b=1#c, or (http://other.example).')).toEqual(['https://desk.example/a?b=1#c', 'http://other.example']);
  expect(links('Really: https://desk.example/!')).toEqual(['https://desk.example/']);
});

test('a bracket that was opened in the address belongs to it', () => {
  expect(links('(https://en.example/wiki/Portico_(door))')).toEqual(['https://en.example/wiki/Portico_(door)']);
});

test('nothing but http and https is ever a link', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://x.example', 'JavaScript://https', 'www.desk.example']) {
    expect(links(text).filter((link) => !/^https?:\/\//.test(link))).toEqual([]);
  }
  expect(links('javascript:alert(1)')).toEqual([]);
});

test('a quote or a tag ends an address: it cannot smuggle in an attribute', () => {
  expect(links('https://x.example/"onclick="evil()')).toEqual(['https://x.example/']);
  expect(links('https://x.example/<script>')).toEqual(['https://x.example/']);
});

test('not a letter is lost, whatever was typed', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('https://a.example/', '(', ')', '.', ' ', 'http://'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(
        linkParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
