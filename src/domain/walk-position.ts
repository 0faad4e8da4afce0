/** Where a person stands on the walk through a question flow. */
import type { QuestionId } from './ids.ts';
import type { Outcome, Walk } from './walk-flow.ts';

/** The step that was asked for, when these answers reach it; else the first open question, or the review. */
export const stepAt = (walk: Walk, asked: QuestionId | 'review' | null): Outcome => {
  const question = walk.questions.find((candidate) => candidate.id === asked);
  return question ? { kind: 'question', question } : walk.outcome;
};

/** What a step is called in an address and in a draft. */
export const stepIdOf = (step: Outcome): QuestionId | 'review' => (step.kind === 'question' ? step.question.id : 'review');

/** Which question of the walk it is, counted from 1; the review comes after the last one. */
export const positionOf = (walk: Walk, step: Outcome): number =>
  step.kind === 'question' ? walk.questions.findIndex((question) => question.id === step.question.id) + 1 : walk.questions.length + 1;

/** The question is why this walk cannot be sent yet. */
export const isOpenQuestion = (walk: Walk, step: Outcome): boolean =>
  step.kind === 'question' && walk.outcome.kind === 'question' && walk.outcome.question.id === step.question.id;
