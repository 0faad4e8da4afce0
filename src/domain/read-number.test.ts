import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

test.each([
  ['12', 12],
  [' 12 ', 12],
  ['1,5', 1.5],
  ['1.50', 1.5],
  ['0.125', 0.125],
  ['007', 7],
  ['-3', -3],
  ['\u22123', -3],
  ['1 000', 1000],
  ['12 500,75', 12_500.75],
  ['1000', 1000],
])('%j is read as people mean it', (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});

test.each(['1,000', '1.000', '12,500', '-1.000'])('%j may mean two numbers, so nothing is guessed', (typed) => {
  expect(readNumber(typed)).toBeNull();
});

test.each(['', ' ', 'ten', '1.', '.5', '1e3', '0x10', '1.2.3', '--1', '12 kg', '9'.repeat(400)])('%j is no number', (typed) => {
  expect(readNumber(typed)).toBeNull();
});
