import type { AnswerValue } from '../../domain/question-flow.ts';

/** Answers that were read anew are the same answers: lists are compared by what is in them. */
export const isSameAnswer = (one: AnswerValue | undefined, other: AnswerValue | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
