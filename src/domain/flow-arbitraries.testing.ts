/** Random question flows that pass `checkFlow`, and answers to go with them. They shrink to few, plain questions. */
import fc from 'fast-check';
import { aManifest, aQuestion, minted, named } from './builders.testing.ts';
import type { ActionId, FlowId, QuestionId, StepId } from './ids.ts';
import type { Day } from './instant.ts';
import type { Answers, AnswerValue, Condition, Question, QuestionFlow, Route, Step } from './question-flow.ts';

/** Flows of one to five steps with conditions and routes, all of them sound. */
export const soundFlow = (): fc.Arbitrary<QuestionFlow> =>
  fc.tuple(fc.array(stepSeed, { minLength: 1, maxLength: 5 }), fc.nat()).map(([seeds, title]) => growFlow(seeds, title));

/** A sound flow and an acceptable answer to each of its questions, reached or not. */
export const soundFlowWithAnswers = (): fc.Arbitrary<{ readonly flow: QuestionFlow; readonly answers: Answers }> =>
  soundFlow().chain((flow) => fc.record({ flow: fc.constant(flow), answers: acceptableAnswers(flow) }));

/** An acceptable answer to each question of the flow. */
export const acceptableAnswers = (flow: QuestionFlow): fc.Arbitrary<Answers> => answersBy(flow, acceptableAnswer);

/** Whatever a draft may hold: acceptable answers, wrong ones, ones left out, and some questions not answered at all. */
export const anyAnswers = (flow: QuestionFlow): fc.Arbitrary<Answers> =>
  answersBy(flow, (question) => fc.oneof({ weight: 3, arbitrary: acceptableAnswer(question) }, anyAnswerValue()), { requiredKeys: [] });

const answersBy = (
  flow: QuestionFlow,
  arbitraryOf: (question: Question) => fc.Arbitrary<AnswerValue>,
  constraints?: { readonly requiredKeys: [] },
): fc.Arbitrary<Answers> => {
  const model = Object.fromEntries(flow.steps.flatMap((step) => step.questions.map((question) => [question.id, arbitraryOf(question)])));
  return fc.record(model, { ...constraints, noNullPrototype: true }) as fc.Arbitrary<Answers>;
};

/** Answers of every kind, whatever the question. */
export const anyAnswerValue = (): fc.Arbitrary<AnswerValue> =>
  fc.oneof(
    fc.constantFrom<AnswerValue>(
      ...words,
      '',
      '  ',
      'red',
      'x'.repeat(20_000),
      '2026-11-24',
      '2026-02-30',
      null,
      true,
      false,
      [],
      ['red', 'red'],
      ['red', 'blue'],
      ['nothing'],
      [aManifest()],
    ),
    fc.double({ noNaN: false }),
    fc.integer({ min: -3, max: 12 }),
    fc.string(),
  );

/** An answer that `answerProblem` finds nothing wrong with, on the day `today` of the builders. */
export const acceptableAnswer = (question: Question): fc.Arbitrary<AnswerValue> => {
  if (question.kind === 'information') return fc.constant(true);
  const given = givenAnswer(question);
  return question.optional ? fc.oneof({ weight: 3, arbitrary: given }, fc.constantFrom<AnswerValue>(null, ...(leftOut[question.kind] ?? []))) : given;
};

/** How an emptied field arrives, beside null. */
const leftOut: Partial<Record<Question['kind'], readonly AnswerValue[]>> = {
  'short-text': ['', ' '],
  'long-text': ['\n'],
  'several-choices': [[]],
  file: [[]],
};

const givenAnswer = (question: Exclude<Question, { kind: 'information' }>): fc.Arbitrary<AnswerValue> => {
  switch (question.kind) {
    case 'short-text':
      return question.pattern === undefined ? fc.constantFrom(...words) : fc.constantFrom('NW-12345', 'NW-00000');
    case 'long-text':
      return fc.constantFrom(...words, 'Two lines,\nand more.');
    case 'one-choice':
      return fc.constantFrom(...question.options.map((option) => option.id));
    case 'several-choices':
      return fc.subarray(question.options.map((option) => option.id) as [string, ...string[]], {
        minLength: question.minChoices ?? 1,
        maxLength: question.maxChoices ?? question.options.length,
      });
    case 'yes-no':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: question.min ?? -3, max: question.max ?? 12 });
    case 'date':
      return fc.constantFrom(...days.filter((day) => day >= boundOf(question.earliest, '0000-01-01') && day <= boundOf(question.latest, '9999-12-31')));
    case 'file':
      return fc
        .integer({ min: 1, max: question.maxFiles ?? 2 })
        .map((count) => Array.from({ length: count }, (_, index) => aManifest({ id: minted<ActionId>(0xf0 + index) })));
  }
};

const boundOf = (bound: Day | 'today' | undefined, otherwise: Day): Day => (bound === 'today' ? '2026-11-24' : (bound ?? otherwise));

/** Few, so that comparisons with them often hold. */
const words = ['printer', 'screen', 'Zoë’s laptop 💻'] as const;
const days: readonly Day[] = ['2026-11-01', '2026-11-24', '2026-12-24'];

const questionBodies: readonly ((id: string) => Question)[] = [
  (id) => aQuestion('yes-no', id),
  (id) => aQuestion('one-choice', id),
  (id) => aQuestion('short-text', id),
  (id) => aQuestion('short-text', id, { pattern: 'NW-\\d{5}', minLength: 3, maxLength: 20 }),
  (id) => aQuestion('long-text', id, { minLength: 2 }),
  (id) => aQuestion('several-choices', id),
  (id) => aQuestion('several-choices', id, { minChoices: 2, maxChoices: 2 }),
  (id) => aQuestion('number', id, { min: 0, max: 9, whole: true }),
  (id) => aQuestion('number', id),
  (id) => aQuestion('date', id, { earliest: 'today' }),
  (id) => aQuestion('date', id, { latest: 'today' }),
  (id) => aQuestion('file', id, { maxFiles: 2 }),
  (id) => aQuestion('information', id),
];

type ConditionSeed = { readonly shape: 'leaf' | 'not' | 'all' | 'any'; readonly pick: number; readonly way: number; readonly parts: readonly ConditionSeed[] };

const conditionSeedOf = (parts: fc.Arbitrary<readonly ConditionSeed[]>, ...shapes: readonly ConditionSeed['shape'][]): fc.Arbitrary<ConditionSeed> =>
  fc.record({ shape: fc.constantFrom<ConditionSeed['shape']>('leaf', 'leaf', 'leaf', 'not', ...shapes), pick: fc.nat(), way: fc.nat(), parts });

const leafSeed = conditionSeedOf(fc.constant([]));
const pairSeed = conditionSeedOf(fc.array(leafSeed, { maxLength: 2 }), 'all', 'any');
const conditionSeed = conditionSeedOf(fc.array(pairSeed, { maxLength: 2 }), 'all', 'any');

const questionSeed = fc.record({ body: fc.nat({ max: questionBodies.length - 1 }), optional: fc.boolean(), when: fc.option(conditionSeed) });

const stepSeed = fc.record({
  questions: fc.array(questionSeed, { minLength: 1, maxLength: 3 }),
  routes: fc.option(fc.record({ some: fc.array(fc.record({ to: fc.nat(), when: conditionSeed }), { maxLength: 2 }), otherwise: fc.nat() })),
  spare: conditionSeed,
});
type StepSeed = typeof stepSeed extends fc.Arbitrary<infer Seed> ? Seed : never;

const growFlow = (seeds: readonly StepSeed[], title: number): QuestionFlow => {
  const targets = seeds.map((seed, index) => targetsOf(seed, index, seeds.length));
  const steps: Step[] = [];
  const reached = new Set([0]);
  const before = seeds.map(() => new Set<number>());
  seeds.forEach((seed, index) => {
    // Where nothing leads to the next step, this one gets a way there.
    const comesNext = index + 1 < seeds.length && !reached.has(index + 1) && !(targets[index] ?? []).includes(index + 1);
    const asked = [...(before[index] ?? [])].flatMap((earlier) => steps[earlier]?.questions ?? []);
    const questions = growQuestions(seed, index, asked);
    const step = growStep(seed, index, seeds.length, questions, [...asked, ...questions], comesNext);
    steps.push(step);
    for (const target of [...(targets[index] ?? []), ...(comesNext ? [index + 1] : [])]) {
      reached.add(target);
      for (const earlier of [...(before[index] ?? []), index]) before[target]?.add(earlier);
    }
  });
  const naming = steps
    .flatMap((step) => step.questions)
    .filter((question) => ['short-text', 'long-text', 'one-choice', 'several-choices'].includes(question.kind));
  return { id: named<FlowId>('random'), version: 1, title: 'Random', titleFrom: naming[title % (naming.length + 1)]?.id ?? null, steps };
};

/** Positions a step leads to; the number of steps stands for the review. */
const targetsOf = (seed: StepSeed, index: number, count: number): readonly number[] =>
  seed.routes ? [...seed.routes.some.map((route) => route.to), seed.routes.otherwise].map((to) => forward(to, index, count)) : [index + 1];

const forward = (to: number, index: number, count: number): number => index + 1 + (to % (count - index));

const stepId = (index: number): StepId => named<StepId>(`s${index}`);
const targetId = (target: number, count: number): StepId | 'review' => (target >= count ? 'review' : stepId(target));

const growQuestions = (seed: StepSeed, index: number, askedBefore: readonly Question[]): readonly Question[] => {
  const questions: Question[] = [];
  seed.questions.forEach(({ body, optional, when }, position) => {
    const question = questionBodies[body]?.(`q${index}${'abc'[position]}`) as Question;
    const asked = [...askedBefore, ...questions];
    questions.push({
      ...question,
      ...(optional && question.kind !== 'information' ? { optional } : {}),
      ...(when && asked.length > 0 ? { when: growCondition(when, asked) } : {}),
    });
  });
  return questions;
};

const growStep = (seed: StepSeed, index: number, count: number, questions: readonly Question[], asked: readonly Question[], comesNext: boolean): Step => {
  if (!seed.routes) return { id: stepId(index), questions };
  const spare: Route[] = comesNext ? [{ to: stepId(index + 1), when: growCondition(seed.spare, asked) }] : [];
  const some = seed.routes.some.map((route): Route => ({ to: targetId(forward(route.to, index, count), count), when: growCondition(route.when, asked) }));
  return { id: stepId(index), questions, routes: [...spare, ...some, { to: targetId(forward(seed.routes.otherwise, index, count), count) }] };
};

const growCondition = (seed: ConditionSeed, asked: readonly Question[]): Condition => {
  const parts = seed.parts.map((part) => growCondition(part, asked));
  const leaf = comparison(asked[seed.pick % asked.length] as Question, seed.way);
  switch (seed.shape) {
    case 'leaf':
      return leaf;
    case 'not':
      return { not: leaf };
    case 'all':
      return { all: parts };
    case 'any':
      return { any: [leaf, ...parts] };
  }
};

/** A comparison that some acceptable answer makes true. */
const comparison = (question: Question, way: number): Condition => {
  const of = <Value>(values: readonly Value[]): Value => values[way % values.length] as Value;
  const id = { question: question.id as QuestionId };
  switch (question.kind) {
    case 'yes-no':
      return { ...id, is: 'equal', value: of([true, false]) };
    case 'one-choice':
      return { ...id, is: of(['equal', 'not-equal'] as const), value: of(question.options).id };
    case 'several-choices':
      return way % 4 === 0 ? { ...id, is: 'answered' } : { ...id, is: 'including', value: of(question.options).id };
    case 'short-text':
    case 'long-text':
      return way % 3 === 0 ? { ...id, is: 'answered' } : { ...id, is: of(['equal', 'not-equal'] as const), value: of(words) };
    case 'number':
      return { ...id, is: of(['equal', 'not-equal', 'less-than', 'at-most', 'more-than', 'at-least'] as const), value: 1 + (way % 7) };
    case 'date':
      return { ...id, is: of(['equal', 'at-most', 'at-least', 'less-than', 'more-than'] as const), value: of(days) };
    case 'file':
    case 'information':
      return { ...id, is: 'answered' };
  }
};
