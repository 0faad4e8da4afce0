import { expect, test } from 'vitest';
import { greetingWords } from './greeting-words.ts';
import { firstNameOf, initialsOf } from './person-name.ts';

test.each([
  ['Ada Lovell', 'Ada'],
  ['  Ada  Lovell ', 'Ada'],
  ['Lovell, Ada', 'Ada'],
  ['van der Lovell,Ada Marie', 'Ada'],
  ['Lovell, Jean-Pierre', 'Jean-Pierre'],
  ['李, 小龙', '小龙'],
  ['Lovell, Ada, PhD', 'Ada'],
  // What follows a comma may be no name.
  ['Ada Lovell, PhD', 'Ada'],
  ['Ada Lovell, MD', 'Ada'],
  ['Ada Lovell, M.Sc.', 'Ada'],
  ['Ada Lovell, Jr.', 'Ada'],
  ['Ada Lovell, III', 'Ada'],
  ['Lovell,', 'Lovell'],
  ['Lovell, A.', 'Lovell'],
  ['Ada', 'Ada'],
  ['', ''],
])('%s is greeted as %s', (name, first) => {
  expect(firstNameOf(name)).toBe(first);
});

test('a greeting of somebody’s choice greets by the first name, wherever it stands in the name', () => {
  expect(greetingWords(0, 'Lovell, Ada', 'Hello {name}!')).toBe('Hello Ada!');
});

test.each([
  ['Ada Lovell', 'AL'],
  ['  ada  van der\tlovell ', 'AL'],
  ['Ada', 'A'],
  ['𝒜da 𝓛ovell', '𝒜𝓛'],
  ['', ''],
  [' ', ''],
])('the letters for “%s” are “%s”', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
