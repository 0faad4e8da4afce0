import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenRules } from './password.ts';

const ada = { name: 'Ada Lövell', userName: 'ada.lovell', email: 'ada.lovell@northwind.example' };

test.each([
  ['three green umbrellas', []],
  ['correct horse battery', []],
  ['ada-portico', []],
  ['Tr0ub4dor&3x', []],
  ['short', ['long-enough']],
  ['', ['long-enough', 'not-common']],
  ['123456789', ['long-enough', 'not-common']],
  ['1234567890', ['not-common']],
  ['qwertyuiop', ['not-common']],
  ['poiuytrewq', ['not-common']],
  ['Password2026!', ['not-common']],
  ['passwordpassword', ['not-common']],
  ['aaaaaaaaaaaa', ['not-common']],
  ['Ada Lovell 1', ['not-your-name']],
  ['ADALÖVELL99', ['not-your-name']],
  ['lovell-northwind', ['not-your-name']],
])('“%s” breaks %j', (password, rules) => {
  expect(brokenRules(password, ada)).toEqual(rules);
});

test('capitals, marks and what stands between the words make no difference to a name', () => {
  const between = fc.constantFrom('', ' ', '-', '_', '!', '7', '42');
  fc.assert(
    fc.property(between, between, fc.boolean(), (middle, end, isLoud) => {
      const typed = `Ada${middle}Lovell${end}`;
      expect(brokenRules(isLoud ? typed.toUpperCase() : typed, ada)).toContain('not-your-name');
    }),
  );
});

test('any text has an answer, and whoever is asked about has no name to speak of', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (password, name) => {
      expect(Array.isArray(brokenRules(password, { name, userName: name, email: '' }))).toBe(true);
    }),
  );
});

test('no single word of several makes a sentence common or a name', () => {
  const words = fc.array(fc.constantFrom('umbrella', 'kettle', 'gravel', 'pigeon', 'lantern'), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(words, (sentence) => {
      expect(brokenRules(`${sentence.join(' ')} ada`, ada)).toEqual([]);
    }),
  );
});
