import { expect, test } from 'vitest';
import { aFlow, named, today } from './builders.testing.ts';
import type { QuestionId } from './ids.ts';
import type { Answers } from './question-flow.ts';
import { walkFlow, type Walk } from './walk-flow.ts';
import { isOpenQuestion, positionOf, stepAt, stepIdOf } from './walk-position.ts';

const walk = (answers: Record<string, string | null>): Walk => walkFlow(aFlow(), answers as Answers, today);
const what = named<QuestionId>('what');
const begun = walk({ what: 'Jammed' });
const done = walk({ what: 'Jammed', where: 'Here', photo: null });

test('an address leads to the question it names, while the answers reach it', () => {
  expect(stepIdOf(stepAt(begun, what))).toBe('what');
  expect(stepIdOf(stepAt(begun, named<QuestionId>('where')))).toBe('where');
});

test('an address beyond the answers leads to the open question, or to the review', () => {
  for (const asked of [named<QuestionId>('photo'), named<QuestionId>('gone'), 'review', null] as const) {
    expect(stepIdOf(stepAt(begun, asked))).toBe('where');
    if (asked !== 'photo') expect(stepIdOf(stepAt(done, asked))).toBe('review');
  }
});

test('positions count from one, and the review comes after the last question', () => {
  expect(positionOf(begun, stepAt(begun, what))).toBe(1);
  expect(positionOf(begun, stepAt(begun, null))).toBe(2);
  expect(positionOf(done, stepAt(done, 'review'))).toBe(4);
});

test('only the open question keeps a request from being sent', () => {
  expect(isOpenQuestion(begun, stepAt(begun, null))).toBe(true);
  expect(isOpenQuestion(begun, stepAt(begun, what))).toBe(false);
  expect(isOpenQuestion(done, stepAt(done, what))).toBe(false);
  expect(isOpenQuestion(done, stepAt(done, 'review'))).toBe(false);
});
