import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aManifest, named } from './builders.testing.ts';
import { holds } from './condition.ts';
import { anyAnswerValue } from './flow-arbitraries.testing.ts';
import type { QuestionId } from './ids.ts';
import type { Answers, AnswerValue, Condition } from './question-flow.ts';

const q = named<QuestionId>('q');
type Comparison = 'equal' | 'not-equal' | 'less-than' | 'at-most' | 'more-than' | 'at-least';
const comparisons: readonly Comparison[] = ['equal', 'not-equal', 'less-than', 'at-most', 'more-than', 'at-least'];
const given = (value: AnswerValue | undefined): Answers => (value === undefined ? {} : { [q]: value });
const compares = (answer: AnswerValue | undefined, is: Comparison, value: string | number | boolean): boolean =>
  holds({ question: q, is, value }, given(answer));
const truths = (answer: AnswerValue, value: string | number | boolean): readonly string[] => comparisons.filter((is) => compares(answer, is, value));

const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition; leaf: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    fc.record({ all: fc.array(tie('any'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('any'), { maxLength: 3 }) }),
    fc.record({ not: tie('any') }),
  ),
  leaf: fc.oneof(
    fc.record({
      question: fc.constant(q),
      is: fc.constantFrom(...comparisons),
      value: fc.oneof(fc.constantFrom('red', 'printer', '2026-11-24'), fc.double(), fc.boolean()),
    }),
    fc.record({ question: fc.constant(q), is: fc.constant('including' as const), value: fc.constantFrom('red', 'blue') }),
    fc.record({ question: fc.constant(q), is: fc.constant('answered' as const) }),
  ),
})).any;

const always = (promise: (condition: Condition, answers: Answers) => void): void =>
  fc.assert(
    fc.property(anyCondition, fc.option(anyAnswerValue(), { nil: undefined }), (condition, value) => {
      promise(condition, given(value));
    }),
  );

test('a condition is true or false of whatever was answered, and never fails', () => {
  always((condition, answers) => expect(typeof holds(condition, answers)).toBe('boolean'));
});

test('not, all and any mean what they say', () => {
  always((condition, answers) => {
    const truth = holds(condition, answers);
    expect(holds({ not: condition }, answers)).toBe(!truth);
    expect(holds({ all: [condition, { not: { any: [] } }] }, answers)).toBe(truth);
    expect(holds({ any: [condition, { any: [] }] }, answers)).toBe(truth);
    expect(holds({ all: [condition, { not: condition }] }, answers)).toBe(false);
    expect(holds({ any: [condition, { not: condition }] }, answers)).toBe(true);
  });
});

test('of nothing all holds and any does not', () => {
  expect(holds({ all: [] }, {})).toBe(true);
  expect(holds({ any: [] }, {})).toBe(false);
});

describe('comparisons', () => {
  test('of what was not answered, or left out, are false: also not-equal', () => {
    for (const nothing of [undefined, null]) {
      expect(comparisons.filter((is) => compares(nothing, is, 'red'))).toEqual([]);
      expect(holds({ question: q, is: 'answered' }, given(nothing))).toBe(false);
      expect(holds({ question: q, is: 'including', value: 'red' }, given(nothing))).toBe(false);
    }
  });

  test('numbers compare as numbers', () => {
    expect(truths(9, 10)).toEqual(['not-equal', 'less-than', 'at-most']);
    expect(truths(10, 10)).toEqual(['equal', 'at-most', 'at-least']);
    expect(truths(11, 10)).toEqual(['not-equal', 'more-than', 'at-least']);
  });

  test('days compare as days', () => {
    expect(truths('2026-09-30', '2026-11-24')).toEqual(['not-equal', 'less-than', 'at-most']);
    expect(truths('2026-11-24', '2026-11-24')).toEqual(['equal', 'at-most', 'at-least']);
    expect(truths('2027-01-01', '2026-11-24')).toEqual(['not-equal', 'more-than', 'at-least']);
  });

  test('yes and no are equal or not, and have no order', () => {
    expect(truths(true, true)).toEqual(['equal']);
    expect(truths(false, true)).toEqual(['not-equal']);
  });

  test('a text and a number have no order', () => {
    expect(truths('9', 10)).toEqual(['not-equal']);
    expect(truths(9, '10')).toEqual(['not-equal']);
  });
});

test('including looks among the chosen options, and nowhere else', () => {
  const includes = (answer: AnswerValue): boolean => holds({ question: q, is: 'including', value: 'red' }, given(answer));
  expect(includes(['blue', 'red'])).toBe(true);
  expect(includes(['blue'])).toBe(false);
  expect(includes([])).toBe(false);
  expect(includes('red')).toBe(false);
  expect(includes([aManifest({ name: 'red' })])).toBe(false);
});

test('a no is an answer too', () => {
  for (const answer of [false, 0, '', []] as const) expect(holds({ question: q, is: 'answered' }, given(answer))).toBe(true);
});
