import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerProblem, defaultMaxFiles, defaultMaxLength, isFiles, isLeftOut, isTexts } from './accept-answer.ts';
import { aManifest, aQuestion, minted, today } from './builders.testing.ts';
import { acceptableAnswer, anyAnswerValue, soundFlow } from './flow-arbitraries.testing.ts';
import type { ActionId } from './ids.ts';
import type { AnswerValue, Question, QuestionKind } from './question-flow.ts';

const problem = (question: Question, value: AnswerValue | undefined): unknown => answerProblem(question, value, today);
const files = (count: number) => Array.from({ length: count }, (_, index) => aManifest({ id: minted<ActionId>(index) }));
const kinds = ['short-text', 'long-text', 'one-choice', 'several-choices', 'yes-no', 'number', 'date', 'file'] as const satisfies readonly QuestionKind[];

const soundQuestion = soundFlow().chain((flow) => fc.constantFrom(...flow.steps.flatMap((step) => step.questions)));

test('whatever was answered to whichever question, there is a verdict', () => {
  fc.assert(
    fc.property(soundQuestion, fc.option(anyAnswerValue(), { nil: undefined }), (question, value) => {
      const verdict = answerProblem(question, value, today);
      expect(verdict === null || typeof verdict.kind === 'string').toBe(true);
    }),
  );
});

test('an acceptable answer is accepted, and a question that is not answered yet is not', () => {
  fc.assert(
    fc.property(
      soundQuestion.chain((question) => fc.tuple(fc.constant(question), acceptableAnswer(question))),
      ([question, value]) => {
        expect(problem(question, value)).toBeNull();
        expect(problem(question, undefined)).toEqual({ kind: 'missing' });
      },
    ),
  );
});

describe('a question of every kind', () => {
  const emptied: Record<(typeof kinds)[number], readonly AnswerValue[]> = {
    'short-text': [null, '', ' \n'],
    'long-text': [null, '', ' \n'],
    'one-choice': [null, ''],
    'several-choices': [null, []],
    'yes-no': [null],
    number: [null],
    date: [null, ''],
    file: [null, []],
  };

  test.each(kinds)('%s: left out is accepted only where the question is optional', (kind) => {
    for (const nothing of emptied[kind]) {
      expect(problem(aQuestion(kind), nothing)).toEqual({ kind: 'missing' });
      expect(problem(aQuestion(kind, kind, { optional: true }), nothing)).toBeNull();
    }
  });

  test.each(kinds)('%s: an optional question still waits to be skipped', (kind) => {
    expect(problem(aQuestion(kind, kind, { optional: true }), undefined)).toEqual({ kind: 'missing' });
  });

  test.each(kinds)('%s: an answer of another kind is not taken', (kind) => {
    const ofEachKind: readonly AnswerValue[] = ['some words', 7, true, ['red'], files(1)];
    const taken = ofEachKind.filter((value) => problem(aQuestion(kind), value) === null);
    const own = { 'short-text': 0, 'long-text': 0, 'one-choice': -1, 'several-choices': 3, 'yes-no': 2, number: 1, date: -1, file: 4 }[kind];
    expect(taken).toEqual(own === -1 ? [] : [ofEachKind[own]]);
  });
});

describe('text', () => {
  test.each(['short-text', 'long-text'] as const)('%s: as long as it may be, and not one character more', (kind) => {
    const max = defaultMaxLength[kind];
    expect(problem(aQuestion(kind), 'x'.repeat(max))).toBeNull();
    expect(problem(aQuestion(kind), 'x'.repeat(max + 1))).toEqual({ kind: 'too-long', max });
    expect(problem(aQuestion(kind, kind, { maxLength: 3 }), 'abcd')).toEqual({ kind: 'too-long', max: 3 });
  });

  test('is as long as what it says: blanks around it do not count', () => {
    const question = aQuestion('short-text', 'q', { minLength: 3 });
    expect(problem(question, 'abc')).toBeNull();
    expect(problem(question, ' ab ')).toEqual({ kind: 'too-short', min: 3 });
  });

  test('matches its pattern as a whole, blanks around it aside', () => {
    const question = aQuestion('short-text', 'q', { pattern: 'NW-\\d{2}|none', patternHelp: 'NW- and two digits' });
    for (const good of ['NW-12', ' NW-12 ', 'none']) expect(problem(question, good)).toBeNull();
    for (const bad of ['NW-123', 'xNW-12', 'none at all']) expect(problem(question, bad)).toEqual({ kind: 'pattern', help: 'NW- and two digits' });
    expect(problem(aQuestion('short-text', 'q', { pattern: 'a' }), 'b')).toEqual({ kind: 'pattern', help: '' });
  });
});

describe('choices', () => {
  test('one choice takes an option that exists', () => {
    expect(problem(aQuestion('one-choice'), 'green')).toBeNull();
    expect(problem(aQuestion('one-choice'), 'pink')).toEqual({ kind: 'not-an-option' });
    expect(problem(aQuestion('one-choice'), ['green'])).toEqual({ kind: 'not-an-option' });
  });

  test('several choices take each option once, and no other', () => {
    expect(problem(aQuestion('several-choices'), ['blue', 'red', 'green'])).toBeNull();
    expect(problem(aQuestion('several-choices'), ['red', 'red'])).toEqual({ kind: 'not-an-option' });
    expect(problem(aQuestion('several-choices'), ['red', 'pink'])).toEqual({ kind: 'not-an-option' });
  });

  test('several choices are neither too few nor too many', () => {
    const question = aQuestion('several-choices', 'q', { minChoices: 2, maxChoices: 2 });
    expect(problem(question, ['red'])).toEqual({ kind: 'too-few-choices', min: 2 });
    expect(problem(question, ['red', 'blue'])).toBeNull();
    expect(problem(question, ['red', 'blue', 'green'])).toEqual({ kind: 'too-many-choices', max: 2 });
  });
});

describe('numbers', () => {
  test('lie within their bounds, the bounds included', () => {
    const question = aQuestion('number', 'q', { min: 1, max: 3 });
    expect([0.99, 1, 3, 3.01].map((value) => problem(question, value))).toEqual([{ kind: 'too-small', min: 1 }, null, null, { kind: 'too-large', max: 3 }]);
  });

  test('are whole where the question says so', () => {
    expect(problem(aQuestion('number', 'q', { whole: true }), 1.5)).toEqual({ kind: 'not-whole' });
    expect(problem(aQuestion('number', 'q', { whole: true }), 2)).toBeNull();
    expect(problem(aQuestion('number'), 1.5)).toBeNull();
  });

  test('are numbers that can be counted with', () => {
    for (const value of [NaN, Infinity, -Infinity]) expect(problem(aQuestion('number'), value)).toEqual({ kind: 'not-the-kind' });
  });
});

describe('days', () => {
  test('exist', () => {
    expect(problem(aQuestion('date'), '2028-02-29')).toBeNull();
    expect(problem(aQuestion('date'), '2026-02-29')).toEqual({ kind: 'not-a-day' });
    expect(problem(aQuestion('date'), 'tomorrow')).toEqual({ kind: 'not-a-day' });
  });

  test('today is neither too early nor too late', () => {
    const onlyToday = aQuestion('date', 'q', { earliest: 'today', latest: 'today' });
    expect(problem(onlyToday, '2026-11-23')).toEqual({ kind: 'too-early', earliest: today });
    expect(problem(onlyToday, today)).toBeNull();
    expect(problem(onlyToday, '2026-11-25')).toEqual({ kind: 'too-late', latest: today });
  });

  test('bounds may be days of their own', () => {
    const question = aQuestion('date', 'q', { earliest: '2026-12-01', latest: '2026-12-24' });
    expect(problem(question, '2026-11-30')).toEqual({ kind: 'too-early', earliest: '2026-12-01' });
    expect(problem(question, '2026-12-01')).toBeNull();
    expect(problem(question, '2026-12-25')).toEqual({ kind: 'too-late', latest: '2026-12-24' });
  });
});

test('files are at most so many', () => {
  expect(problem(aQuestion('file'), files(defaultMaxFiles))).toBeNull();
  expect(problem(aQuestion('file'), files(defaultMaxFiles + 1))).toEqual({ kind: 'too-many-files', max: defaultMaxFiles });
  expect(problem(aQuestion('file', 'q', { maxFiles: 1 }), files(2))).toEqual({ kind: 'too-many-files', max: 1 });
});

test('an information is answered by having read it', () => {
  expect(problem(aQuestion('information'), true)).toBeNull();
  for (const value of [undefined, null, false, 'yes']) expect(problem(aQuestion('information'), value)).toEqual({ kind: 'missing' });
});

test('texts, files and nothing are told apart', () => {
  expect([isTexts(['a']), isTexts([]), isTexts(files(1)), isTexts('a'), isTexts(undefined)]).toEqual([true, true, false, false, false]);
  expect([isFiles(files(1)), isFiles([]), isFiles(['a']), isFiles('a'), isFiles([null] as never)]).toEqual([true, true, false, false, false]);
  expect([undefined, null, '', ' ', []].every(isLeftOut)).toBe(true);
  expect([0, false, 'a', ['a']].some(isLeftOut)).toBe(false);
});
