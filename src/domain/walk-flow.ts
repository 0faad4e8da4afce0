/** The walk through a question flow: which questions these answers reach, and what comes next. */
import { answerProblem, isFiles, isLeftOut, isTexts } from './accept-answer.ts';
import { holds } from './condition.ts';
import type { QuestionId, StepId } from './ids.ts';
import type { Day } from './instant.ts';
import type { Answers, AnswerValue, Question, QuestionFlow, Step } from './question-flow.ts';
import type { AnsweredQuestion, FileManifest } from './ticket.ts';

export type Outcome =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'review' }
  /** The flow itself is broken; a checked flow never comes here. */
  | { readonly kind: 'error'; readonly stepId: StepId | null };

export type Walk = {
  /** The questions met on the way, in order; the last one is the one to ask where the outcome is a question. */
  readonly questions: readonly Question[];
  /** The acceptable answers on the way, and only those, without spaces around a text; what was left out is null, however it was left out. */
  readonly answers: Answers;
  readonly outcome: Outcome;
};

/**
 * Walks from the start along acceptable answers to the first question without one, or to the review.
 * Answers that the walk does not reach play no part: no condition sees them and nothing sends them.
 */
export const walkFlow = (flow: QuestionFlow, answers: Answers, today: Day): Walk => {
  const questions: Question[] = [];
  const accepted: Record<QuestionId, AnswerValue> = {};
  let step: Step | undefined = flow.steps[0];
  // Routes lead forward only, so there are at most as many turns as steps; a flow that was never checked stops here too.
  for (let turn = 0; turn < flow.steps.length && step !== undefined; turn += 1) {
    for (const question of step.questions) {
      if (question.when && !holds(question.when, accepted)) continue;
      questions.push(question);
      const value = answers[question.id];
      if (value === undefined || answerProblem(question, value, today)) return { questions, answers: accepted, outcome: { kind: 'question', question } };
      accepted[question.id] = isLeftOut(value) ? null : asJudged(question, value);
    }
    const next = nextStep(flow, step, accepted);
    if (next === 'review') return { questions, answers: accepted, outcome: { kind: 'review' } };
    if (next === undefined) return { questions, answers: accepted, outcome: { kind: 'error', stepId: step.id } };
    step = next;
  }
  return { questions, answers: accepted, outcome: { kind: 'error', stepId: step?.id ?? null } };
};

/** Spaces around a text were no part of what was judged, so they are no part of what is sent. */
const asJudged = ({ kind }: Question, value: AnswerValue): AnswerValue =>
  typeof value === 'string' && (kind === 'short-text' || kind === 'long-text') ? value.trim() : value;

const nextStep = (flow: QuestionFlow, step: Step, answers: Answers): Step | 'review' | undefined => {
  if (!step.routes) return flow.steps[flow.steps.indexOf(step) + 1] ?? 'review';
  const route = step.routes.find((candidate) => !candidate.when || holds(candidate.when, answers));
  if (!route) return undefined;
  return route.to === 'review' ? 'review' : flow.steps.find((candidate) => candidate.id === route.to);
};

/** `(flow, answers) → next question | review | error`: what to show to somebody who comes back to a draft. */
export const nextOutcome = (flow: QuestionFlow, answers: Answers, today: Day): Outcome => walkFlow(flow, answers, today).outcome;

/** What follows the given question on this walk; the outcome of the walk after its last, and for a question it does not meet. */
export const outcomeAfter = (walk: Walk, questionId: QuestionId): Outcome => {
  const position = walk.questions.findIndex((question) => question.id === questionId);
  const following = position === -1 ? undefined : walk.questions[position + 1];
  return following ? { kind: 'question', question: following } : walk.outcome;
};

/** The question before the given one on this walk (before the review: the last one); null at the start. */
export const questionBefore = (walk: Walk, questionId: QuestionId | 'review'): Question | null => {
  const position = questionId === 'review' ? walk.questions.length : walk.questions.findIndex((question) => question.id === questionId);
  return walk.questions[position - 1] ?? null;
};

/** Roughly how many questions this walk will have: those met, and those ahead on the way that the answers so far lead. */
export const expectedQuestionCount = (flow: QuestionFlow, walk: Walk): number => {
  if (walk.outcome.kind !== 'question') return walk.questions.length;
  const { question } = walk.outcome;
  const here = flow.steps.find((step) => step.questions.includes(question));
  const ahead = here
    ? [...here.questions.slice(here.questions.indexOf(question) + 1), ...stepsAhead(flow, here, walk.answers).flatMap((step) => step.questions)]
    : [];
  return walk.questions.length + ahead.filter((each) => !each.when || holds(each.when, walk.answers)).length;
};

const stepsAhead = (flow: QuestionFlow, step: Step, answers: Answers): readonly Step[] => {
  const next = nextStep(flow, step, answers);
  const leadsOn = typeof next === 'object' && flow.steps.indexOf(next) > flow.steps.indexOf(step);
  return leadsOn ? [next, ...stepsAhead(flow, next, answers)] : [];
};

/** The answers as words that can be read without the flow, in the order they were asked. Informations are not answers. */
export const answeredQuestions = (walk: Pick<Walk, 'questions' | 'answers'>): readonly AnsweredQuestion[] =>
  walk.questions.flatMap((question) => {
    const value = walk.answers[question.id];
    if (value === undefined || value === null || question.kind === 'information') return [];
    return [{ questionId: question.id, label: question.label, kind: question.kind, value, optionLabels: optionLabels(question, value) }];
  });

const optionLabels = (question: Question, value: AnswerValue): readonly string[] => {
  if (question.kind !== 'one-choice' && question.kind !== 'several-choices') return [];
  const chosen = isTexts(value) ? value : [value];
  return question.options.filter((option) => chosen.includes(option.id)).map((option) => option.label);
};

/** The files that the answers promise, with the question each answers. */
export const promisedFiles = (answers: Answers): readonly { readonly questionId: QuestionId; readonly file: FileManifest }[] =>
  (Object.entries(answers) as [QuestionId, AnswerValue][]).flatMap(([questionId, value]) =>
    isFiles(value) ? value.map((file) => ({ questionId, file })) : [],
  );
