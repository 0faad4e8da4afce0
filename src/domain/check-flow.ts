/** Is a question flow sound? What is wrong is found when it is loaded, with the place, and not by the person answering it. */
import { conditionFlaws, type ConditionFlaw } from './check-condition.ts';
import { questionFlaws, type QuestionFlaw } from './check-question.ts';
import type { QuestionId, StepId } from './ids.ts';
import type { Condition, Question, QuestionFlow, Route, Step } from './question-flow.ts';

type FlowFlaw =
  | 'no-steps'
  | 'step-without-questions'
  | 'duplicate-step'
  /** `review` is where routes end. */
  | 'step-named-review'
  | 'unknown-step'
  /** A route to its own step or to an earlier one: the walk could go round for ever. */
  | 'loop'
  /** The last route has a condition, so that none might hold. */
  | 'dead-end'
  | 'route-never-taken'
  | 'unreachable-step'
  | 'duplicate-question'
  /** The title, or the place, is taken from an answer: to a question that is there, and in words. */
  | 'unknown-naming-question'
  | 'named-without-words'
  | QuestionFlaw
  | ConditionFlaw;

export type FlowProblem = {
  readonly kind: FlowFlaw;
  readonly stepId: StepId | null;
  readonly questionId: QuestionId | null;
  /** Where in the flow, from its root: `steps.2.routes.0.when.any.1`. */
  readonly path: string;
};

/** Everything that is wrong with the flow; empty when it is sound. A walk through a sound flow always ends in the review. */
export const checkFlow = (flow: QuestionFlow): readonly FlowProblem[] => {
  if (flow.steps.length === 0) return [{ kind: 'no-steps', stepId: null, questionId: null, path: 'steps' }];
  const before = stepsBefore(flow);
  return [...flow.steps.flatMap((step, index) => stepProblems(flow, step, index, before[index] ?? null)), ...namingProblems(flow)];
};

/** For each step the steps that can come before it on some way from the start; null when no way leads to it. */
const stepsBefore = (flow: QuestionFlow): readonly (ReadonlySet<Step> | null)[] => {
  const before = flow.steps.map((_, index) => (index === 0 ? new Set<Step>() : null));
  // Edges lead forward only, so each step is complete before its turn comes.
  flow.steps.forEach((step, index) => {
    const here = before[index];
    if (!here) return;
    for (const next of followers(flow, step, index)) before[next] = new Set([...(before[next] ?? []), ...here, step]);
  });
  return before;
};

/** Positions of the steps that can come right after this one. */
const followers = (flow: QuestionFlow, step: Step, index: number): readonly number[] => {
  const targets = step.routes ? takeableRoutes(step.routes).map((route) => flow.steps.findIndex((candidate) => candidate.id === route.to)) : [index + 1];
  return targets.filter((target) => target > index && target < flow.steps.length);
};

/** The first route without a condition is always taken: those behind it never are. */
const takeableRoutes = (routes: readonly Route[]): readonly Route[] => {
  const last = routes.findIndex((route) => !route.when);
  return last === -1 ? routes : routes.slice(0, last + 1);
};

const stepProblems = (flow: QuestionFlow, step: Step, index: number, before: ReadonlySet<Step> | null): readonly FlowProblem[] => {
  const path = `steps.${index}`;
  const at = (kind: FlowFlaw): FlowProblem => ({ kind, stepId: step.id, questionId: null, path });
  const askedBefore = [...(before ?? flow.steps.slice(0, index))].flatMap((earlier) => earlier.questions);
  return [
    ...(flow.steps.findIndex((other) => other.id === step.id) === index ? [] : [at('duplicate-step')]),
    ...((step.id as string) === 'review' ? [at('step-named-review')] : []),
    ...(step.questions.length === 0 ? [at('step-without-questions')] : []),
    ...(before ? [] : [at('unreachable-step')]),
    ...step.questions.flatMap((question, position) =>
      questionProblems(flow, step, question, `${path}.questions.${position}`, [...askedBefore, ...step.questions.slice(0, position)]),
    ),
    ...routeProblems(flow, step, index, [...askedBefore, ...step.questions]),
  ];
};

const routeProblems = (flow: QuestionFlow, step: Step, index: number, asked: readonly Question[]): readonly FlowProblem[] => {
  if (!step.routes) return [];
  const takeable = takeableRoutes(step.routes).length;
  const deadEnd = step.routes.at(-1)?.when || step.routes.length === 0;
  const problems = step.routes.flatMap((route, position) => {
    const path = `steps.${index}.routes.${position}`;
    const target = flow.steps.findIndex((candidate) => candidate.id === route.to);
    const flaws: FlowFlaw[] = [];
    if (position >= takeable) flaws.push('route-never-taken');
    if (route.to !== 'review' && target === -1) flaws.push('unknown-step');
    if (route.to !== 'review' && target !== -1 && target <= index) flaws.push('loop');
    return [
      ...flaws.map((kind): FlowProblem => ({ kind, stepId: step.id, questionId: null, path })),
      ...conditionProblems(flow, step, null, route.when, path, asked),
    ];
  });
  return deadEnd ? [...problems, { kind: 'dead-end', stepId: step.id, questionId: null, path: `steps.${index}.routes` }] : problems;
};

const questionProblems = (flow: QuestionFlow, step: Step, question: Question, path: string, asked: readonly Question[]): readonly FlowProblem[] => {
  const at = (kind: FlowFlaw): FlowProblem => ({ kind, stepId: step.id, questionId: question.id, path });
  const first = flow.steps.flatMap((each) => each.questions).find((other) => other.id === question.id);
  return [
    ...(first === question ? [] : [at('duplicate-question')]),
    ...questionFlaws(question).map(at),
    ...conditionProblems(flow, step, question, question.when, path, asked),
  ];
};

const conditionProblems = (
  flow: QuestionFlow,
  step: Step,
  question: Question | null,
  condition: Condition | undefined,
  path: string,
  asked: readonly Question[],
): readonly FlowProblem[] =>
  condition
    ? conditionFlaws({ flow, asked, self: question }, condition, `${path}.when`).map((flaw): FlowProblem => ({
        ...flaw,
        stepId: step.id,
        questionId: question?.id ?? null,
      }))
    : [];

/** A ticket is named, and its place told, by answers that have words. */
const namingProblems = (flow: QuestionFlow): readonly FlowProblem[] => [...namedBy(flow, 'titleFrom'), ...namedBy(flow, 'placeFrom')];

const namedBy = (flow: QuestionFlow, path: 'titleFrom' | 'placeFrom'): readonly FlowProblem[] => {
  const questionId = flow[path] ?? null;
  if (questionId === null) return [];
  const named = flow.steps.flatMap((step) => step.questions).find((question) => question.id === questionId);
  if (named && ['short-text', 'long-text', 'one-choice', 'several-choices'].includes(named.kind)) return [];
  return [{ kind: named ? 'named-without-words' : 'unknown-naming-question', stepId: null, questionId, path }];
};
