import type { Day } from './instant.ts';
import { isDay } from './instant.ts';
import type { AnswerValue, Option, Question } from './question-flow.ts';
import type { FileManifest } from './ticket.ts';

export type AnswerProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-the-kind' }
  | { readonly kind: 'too-short'; readonly min: number }
  | { readonly kind: 'too-long'; readonly max: number }
  | { readonly kind: 'pattern'; readonly help: string }
  | { readonly kind: 'not-an-option' }
  | { readonly kind: 'too-few-choices'; readonly min: number }
  | { readonly kind: 'too-many-choices'; readonly max: number }
  | { readonly kind: 'not-whole' }
  | { readonly kind: 'too-small'; readonly min: number }
  | { readonly kind: 'too-large'; readonly max: number }
  | { readonly kind: 'not-a-day' }
  | { readonly kind: 'too-early'; readonly earliest: Day }
  | { readonly kind: 'too-late'; readonly latest: Day }
  | { readonly kind: 'too-many-files'; readonly max: number };

export const defaultMaxLength = { 'short-text': 200, 'long-text': 10_000 } as const;
export const defaultMaxFiles = 5;

/** What is wrong with an answer to this question; null when it is acceptable. `undefined` is a question not answered yet. */
export const answerProblem = (question: Question, value: AnswerValue | undefined, today: Day): AnswerProblem | null => {
  if (question.kind === 'information') return value === true ? null : { kind: 'missing' };
  if (isLeftOut(value)) return question.optional && value !== undefined ? null : { kind: 'missing' };
  switch (question.kind) {
    case 'short-text':
    case 'long-text':
      return textProblem(question, value);
    case 'one-choice':
      return typeof value === 'string' && isOption(question.options, value) ? null : { kind: 'not-an-option' };
    case 'several-choices':
      return choicesProblem(question, value);
    case 'yes-no':
      return typeof value === 'boolean' ? null : { kind: 'not-the-kind' };
    case 'number':
      return numberProblem(question, value);
    case 'date':
      return dayProblem(question, value, today);
    case 'file':
      return filesProblem(value, question.maxFiles ?? defaultMaxFiles);
  }
};

/** Nothing was said: an emptied field counts like a question that was skipped. */
export const isLeftOut = (value: AnswerValue | undefined): value is undefined | null =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

const isOption = (options: readonly Option[], id: string): boolean => options.some((option) => option.id === id);

type TextQuestion = Extract<Question, { kind: 'short-text' | 'long-text' }>;
const textProblem = (question: TextQuestion, value: AnswerValue): AnswerProblem | null => {
  if (typeof value !== 'string') return { kind: 'not-the-kind' };
  const max = question.maxLength ?? defaultMaxLength[question.kind];
  if (value.length > max) return { kind: 'too-long', max };
  const min = question.minLength ?? 0;
  if (value.trim().length < min) return { kind: 'too-short', min };
  if (question.kind === 'short-text' && question.pattern !== undefined && !new RegExp(`^(?:${question.pattern})$`, 'u').test(value.trim())) {
    return { kind: 'pattern', help: question.patternHelp ?? '' };
  }
  return null;
};

const choicesProblem = (question: Extract<Question, { kind: 'several-choices' }>, value: AnswerValue): AnswerProblem | null => {
  if (!isTexts(value)) return { kind: 'not-the-kind' };
  if (new Set(value).size !== value.length || !value.every((id) => isOption(question.options, id))) return { kind: 'not-an-option' };
  const min = question.minChoices ?? 1;
  if (value.length < min) return { kind: 'too-few-choices', min };
  const max = question.maxChoices ?? question.options.length;
  return value.length > max ? { kind: 'too-many-choices', max } : null;
};

const numberProblem = (question: Extract<Question, { kind: 'number' }>, value: AnswerValue): AnswerProblem | null => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { kind: 'not-the-kind' };
  if (question.whole && !Number.isInteger(value)) return { kind: 'not-whole' };
  if (question.min !== undefined && value < question.min) return { kind: 'too-small', min: question.min };
  return question.max !== undefined && value > question.max ? { kind: 'too-large', max: question.max } : null;
};

const dayProblem = (question: Extract<Question, { kind: 'date' }>, value: AnswerValue, today: Day): AnswerProblem | null => {
  if (typeof value !== 'string' || !isDay(value)) return { kind: 'not-a-day' };
  const earliest = question.earliest === 'today' ? today : question.earliest;
  const latest = question.latest === 'today' ? today : question.latest;
  if (earliest !== undefined && value < earliest) return { kind: 'too-early', earliest };
  return latest !== undefined && value > latest ? { kind: 'too-late', latest } : null;
};

const filesProblem = (value: AnswerValue, max: number): AnswerProblem | null => {
  if (!isFiles(value)) return { kind: 'not-the-kind' };
  return value.length > max ? { kind: 'too-many-files', max } : null;
};

export const isTexts = (value: AnswerValue | undefined): value is readonly string[] => Array.isArray(value) && value.every((part) => typeof part === 'string');

export const isFiles = (value: AnswerValue | undefined): value is readonly FileManifest[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'object' && part !== null);
