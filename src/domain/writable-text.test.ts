import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWritableThroughout, writable, writableLine } from './writable-text.ts';

test('a text that cannot be kept is seen wherever it is', () => {
  for (const bad of ['\0', 'a\0b', '\ud800', 'a\udc00b']) {
    expect(isWritableThroughout(bad)).toBe(false);
    expect(isWritableThroughout({ answers: [{ name: bad }] })).toBe(false);
    expect(isWritableThroughout({ [bad]: 1 })).toBe(false);
  }
  expect(isWritableThroughout({ text: 'Grüße 👋\n\tund mehr', count: 1, none: null })).toBe(true);
});

test('whatever was typed can be kept, and what could be kept is not touched', () => {
  const unit = fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 0x61, 0xd83d, 0xdc4b));
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const text = String.fromCharCode(...units);
      expect(isWritableThroughout(writable(text))).toBe(true);
      if (isWritableThroughout(text)) expect(writable(text)).toBe(text);
    }),
  );
});

test('a name stays on its line and reads in its own direction', () => {
  expect(writableLine('invoice\u202Egpj.exe')).toBe('invoicegpj.exe');
  expect(writableLine('two\r\nlines\0')).toBe('two lines ');
  expect(writableLine('שלום.txt')).toBe('שלום.txt');
});
