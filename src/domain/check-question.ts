/** Can a question be answered at all? */
import { answerLimits } from './answer-limits.ts';
import { defaultMaxLength } from './accept-answer.ts';
import { isDay } from './instant.ts';
import type { Option, Question } from './question-flow.ts';

export type QuestionFlaw =
  | 'no-options'
  | 'duplicate-option'
  | 'invalid-pattern'
  | 'not-a-day'
  /** The limits leave no acceptable answer. */
  | 'min-above-max'
  /** More than an answer may ever hold: it would be taken from the person and then not be taken by the desk. */
  | 'above-answer-limits';

/** What is wrong with a question by itself. */
export const questionFlaws = (question: Question): readonly QuestionFlaw[] => {
  switch (question.kind) {
    case 'short-text':
      return [...textFlaws(question), ...(isPattern(question.pattern ?? '') ? [] : (['invalid-pattern'] as const))];
    case 'long-text':
      return textFlaws(question);
    case 'one-choice':
      return optionFlaws(question.options);
    case 'several-choices':
      return choicesFlaws(question);
    case 'number':
      return question.whole
        ? above(Math.ceil(question.min ?? -Infinity), Math.floor(question.max ?? Infinity))
        : above(question.min ?? -Infinity, question.max ?? Infinity);
    case 'date':
      return dayFlaws([question.earliest, question.latest]);
    case 'file':
      return sizeFlaws(1, question.maxFiles ?? 1, answerLimits.files);
    case 'yes-no':
    case 'information':
      return [];
  }
};

const above = (min: number, max: number): readonly QuestionFlaw[] => (min > max ? ['min-above-max'] : []);

/** An answer that says nothing is none, so there is always at least one of what is counted. */
const sizeFlaws = (min: number, max: number, limit: number): readonly QuestionFlaw[] => (max > limit ? ['above-answer-limits'] : above(Math.max(1, min), max));

const textFlaws = (question: Extract<Question, { kind: 'short-text' | 'long-text' }>): readonly QuestionFlaw[] =>
  sizeFlaws(question.minLength ?? 0, question.maxLength ?? defaultMaxLength[question.kind], answerLimits.textLength);

const choicesFlaws = (question: Extract<Question, { kind: 'several-choices' }>): readonly QuestionFlaw[] => {
  const flaws = optionFlaws(question.options);
  return flaws.includes('no-options')
    ? flaws
    : [...flaws, ...sizeFlaws(question.minChoices ?? 1, Math.min(question.maxChoices ?? Infinity, question.options.length), answerLimits.choices)];
};

const optionFlaws = (options: readonly Option[]): readonly QuestionFlaw[] => {
  if (options.length === 0) return ['no-options'];
  return new Set(options.map((option) => option.id)).size < options.length ? ['duplicate-option'] : [];
};

const dayFlaws = (bounds: readonly [string | undefined, string | undefined]): readonly QuestionFlaw[] => {
  const fixed = bounds.filter((day): day is string => day !== undefined && day !== 'today');
  if (!fixed.every(isDay)) return ['not-a-day'];
  const [earliest, latest] = fixed;
  return earliest !== undefined && latest !== undefined && earliest > latest ? ['min-above-max'] : [];
};

const isPattern = (pattern: string): boolean => {
  try {
    void new RegExp(pattern, 'u');
    return true;
  } catch {
    // All that can go wrong here is that it is no pattern.
    return false;
  }
};
