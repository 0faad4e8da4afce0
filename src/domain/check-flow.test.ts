import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFlow, aQuestion, aStep, named } from './builders.testing.ts';
import { checkFlow } from './check-flow.ts';
import { soundFlow } from './flow-arbitraries.testing.ts';
import type { QuestionId, StepId } from './ids.ts';
import type { Condition, Question, QuestionFlow, Route, Step } from './question-flow.ts';

const flowOf = (...steps: readonly Step[]): QuestionFlow => aFlow({ titleFrom: null, steps });
const found = (flow: QuestionFlow): readonly string[] => checkFlow(flow).map((problem) => `${problem.kind} at ${problem.path}`);
const to = (step: string, when?: Condition): Route => ({ to: named<StepId>(step), ...(when ? { when } : {}) });
const answered = (question: string): Condition => ({ question: named<QuestionId>(question), is: 'answered' });
const yes = (id: string): Question => aQuestion('yes-no', id);

test('a sound flow has no problems', () => {
  expect(checkFlow(aFlow())).toEqual([]);
  fc.assert(
    fc.property(soundFlow(), (flow) => {
      expect(checkFlow(flow)).toEqual([]);
    }),
  );
});

test('a problem says the step, the question and the path', () => {
  const flow = flowOf(aStep('a', [yes('one')]), aStep('b', [aQuestion('yes-no', 'two', { when: { all: [answered('one'), { not: answered('gone') }] } })]));
  expect(checkFlow(flow)).toEqual([{ kind: 'unknown-question', stepId: 'b', questionId: 'two', path: 'steps.1.questions.0.when.all.1.not' }]);
});

describe('steps', () => {
  test('there is at least one, and each asks something', () => {
    expect(found(flowOf())).toEqual(['no-steps at steps']);
    expect(found(flowOf(aStep('a', [yes('one')]), aStep('b', [])))).toEqual(['step-without-questions at steps.1']);
  });

  test('are named once, and never like the end', () => {
    expect(found(flowOf(aStep('a', [yes('one')]), aStep('a', [yes('two')])))).toEqual(['duplicate-step at steps.1']);
    expect(found(flowOf(aStep('review', [yes('one')])))).toEqual(['step-named-review at steps.0']);
  });

  test('some way leads to each', () => {
    const flow = flowOf(aStep('a', [yes('one')], [to('c')]), aStep('b', [yes('two')]), aStep('c', [yes('three')]), aStep('d', [yes('four')]));
    expect(found(flow)).toEqual(['unreachable-step at steps.1']);
    expect(found(flowOf(aStep('a', [yes('one')], [{ to: 'review' }]), aStep('b', [yes('two')])))).toEqual(['unreachable-step at steps.1']);
  });
});

describe('routes', () => {
  test('lead to a step that exists', () => {
    expect(found(flowOf(aStep('a', [yes('one')], [to('gone')])))).toEqual(['unknown-step at steps.0.routes.0']);
  });

  test('lead forward, so that nobody goes round for ever', () => {
    expect(found(flowOf(aStep('a', [yes('one')], [to('a')])))).toEqual(['loop at steps.0.routes.0']);
    expect(found(flowOf(aStep('a', [yes('one')]), aStep('b', [yes('two')], [to('a', answered('one')), { to: 'review' }])))).toEqual([
      'loop at steps.1.routes.0',
    ]);
  });

  test('never leave anybody without a way on', () => {
    expect(found(flowOf(aStep('a', [yes('one')], [{ to: 'review', when: answered('one') }])))).toEqual(['dead-end at steps.0.routes']);
    expect(found(flowOf(aStep('a', [yes('one')], [])))).toEqual(['dead-end at steps.0.routes']);
  });

  test('behind one that is always taken are never taken, and lead nowhere', () => {
    const flow = flowOf(aStep('a', [yes('one')], [{ to: 'review' }, to('b')]), aStep('b', [yes('two')]));
    expect(found(flow)).toEqual(['route-never-taken at steps.0.routes.1', 'unreachable-step at steps.1']);
  });

  test('may ask about the answers of their own step', () => {
    const flow = flowOf(aStep('a', [yes('one')], [to('b', answered('one')), { to: 'review' }]), aStep('b', [yes('two')]));
    expect(found(flow)).toEqual([]);
  });
});

describe('conditions', () => {
  const where = (when: Condition, ...before: readonly Question[]): readonly string[] => {
    const flow = flowOf(aStep('a', [...before, aQuestion('yes-no', 'here', { when }), yes('later')]));
    return checkFlow(flow).map(({ kind }) => kind);
  };

  test('refer to a question that exists, before them', () => {
    expect(where(answered('before'), yes('before'))).toEqual([]);
    expect(where(answered('gone'), yes('before'))).toEqual(['unknown-question']);
    expect(where(answered('later'), yes('before'))).toEqual(['refers-ahead']);
    expect(where(answered('here'), yes('before'))).toEqual(['refers-to-itself']);
  });

  test('refer to a question that some way here asks', () => {
    const split = [to('left', answered('one')), to('right')];
    const right = (when: Condition): Step => aStep('right', [aQuestion('yes-no', 'three', { when })]);
    const flow = (when: Condition, ...onLeft: readonly Route[]): QuestionFlow =>
      flowOf(aStep('a', [yes('one')], split), aStep('left', [yes('two')], onLeft), right(when));
    expect(found(flow(answered('two'), { to: 'review' }))).toEqual(['not-asked-before at steps.2.questions.0.when']);
    expect(found(flow(answered('two'), to('right')))).toEqual([]);
    expect(found(flow(answered('one'), { to: 'review' }))).toEqual([]);
  });

  test('of routes refer to questions before, too', () => {
    const flow = (question: string): QuestionFlow =>
      flowOf(
        aStep('a', [yes('one')], [to('b', answered('one')), to('c')]),
        aStep('b', [yes('two')], [{ to: 'review' }]),
        aStep('c', [yes('three')], [{ to: 'review', when: answered(question) }, to('d')]),
        aStep('d', [yes('four')]),
      );
    expect(found(flow('one'))).toEqual([]);
    expect(found(flow('two'))).toEqual(['not-asked-before at steps.2.routes.0.when']);
    expect(found(flow('four'))).toEqual(['refers-ahead at steps.2.routes.0.when']);
  });

  test('in an unreachable step are judged as if it were reached, so that one mistake is told once', () => {
    const flow = flowOf(aStep('a', [yes('one')], [{ to: 'review' }]), aStep('b', [aQuestion('yes-no', 'two', { when: answered('one') })]));
    expect(found(flow)).toEqual(['unreachable-step at steps.1']);
  });

  test('an empty any never holds; an empty all always does', () => {
    expect(found(flowOf(aStep('a', [yes('one'), aQuestion('yes-no', 'two', { when: { any: [{ any: [] }, { all: [] }] } })])))).toEqual([
      'never-holds at steps.0.questions.1.when.any.0.any',
    ]);
  });
});

describe('comparisons that could never tell anything', () => {
  const before = named<QuestionId>('before');
  type Compared = { readonly is: string; readonly value?: string | number | boolean };
  const kindsOf = (question: Question, { is, value }: Compared): readonly string[] => {
    const when = { question: before, is, ...(value === undefined ? {} : { value }) } as Condition;
    return checkFlow(flowOf(aStep('a', [question, aQuestion('yes-no', 'here', { when })]))).map(({ kind }) => kind);
  };
  const orders = ['less-than', 'at-most', 'more-than', 'at-least'] as const;

  const cases: readonly (readonly [string, Question, readonly Compared[], readonly (Compared & { readonly flaw?: string })[]])[] = [
    [
      'one choice',
      aQuestion('one-choice', before),
      [{ is: 'equal', value: 'red' }, { is: 'not-equal', value: 'blue' }, { is: 'answered' }],
      [
        { is: 'equal', value: 'pink', flaw: 'unknown-option' },
        { is: 'not-equal', value: 'pink', flaw: 'unknown-option' },
        { is: 'equal', value: 1 },
        { is: 'including', value: 'red' },
        ...orders.map((is) => ({ is, value: 'red' })),
      ],
    ],
    [
      'several choices',
      aQuestion('several-choices', before),
      [{ is: 'including', value: 'red' }, { is: 'answered' }],
      [
        { is: 'including', value: 'pink', flaw: 'unknown-option' },
        { is: 'equal', value: 'red' },
        { is: 'not-equal', value: 'red' },
        ...orders.map((is) => ({ is, value: 'red' })),
      ],
    ],
    [
      'yes or no',
      aQuestion('yes-no', before),
      [{ is: 'equal', value: true }, { is: 'not-equal', value: false }, { is: 'answered' }],
      [
        { is: 'equal', value: 'yes' },
        { is: 'less-than', value: true },
        { is: 'including', value: 'yes' },
      ],
    ],
    [
      'a number',
      aQuestion('number', before),
      [{ is: 'equal', value: 3 }, { is: 'not-equal', value: 3 }, ...orders.map((is) => ({ is, value: 3 })), { is: 'answered' }],
      [
        { is: 'equal', value: '3' },
        { is: 'at-least', value: '3' },
        { is: 'including', value: '3' },
      ],
    ],
    [
      'a number from 1 to 3',
      aQuestion('number', before, { min: 1, max: 3, whole: true }),
      [
        { is: 'equal', value: 1 },
        { is: 'equal', value: 3 },
        { is: 'less-than', value: 2 },
        { is: 'at-most', value: 1 },
        { is: 'more-than', value: 2 },
        { is: 'at-least', value: 3 },
      ],
      [
        { is: 'equal', value: 0 },
        { is: 'equal', value: 4 },
        { is: 'equal', value: 1.5 },
        { is: 'less-than', value: 1 },
        { is: 'at-most', value: 0 },
        { is: 'more-than', value: 3 },
        { is: 'at-least', value: 4 },
      ],
    ],
    ['a number that can only be 2', aQuestion('number', before, { min: 2, max: 2 }), [{ is: 'not-equal', value: 3 }], [{ is: 'not-equal', value: 2 }]],
    [
      'a day',
      aQuestion('date', before),
      [{ is: 'equal', value: '2026-11-24' }, ...orders.map((is) => ({ is, value: '2026-11-24' }))],
      [
        { is: 'at-least', value: 'today' },
        { is: 'equal', value: 20261124 },
        { is: 'including', value: '2026-11-24' },
      ],
    ],
    [
      'short text',
      aQuestion('short-text', before),
      [{ is: 'equal', value: 'x' }, { is: 'answered' }],
      [
        { is: 'at-least', value: 3 },
        { is: 'equal', value: true },
        { is: 'including', value: 'x' },
      ],
    ],
    ['long text', aQuestion('long-text', before), [{ is: 'not-equal', value: 'x' }], [{ is: 'equal', value: 3 }]],
    [
      'files',
      aQuestion('file', before),
      [{ is: 'answered' }],
      [
        { is: 'equal', value: 'photo.png' },
        { is: 'including', value: 'photo.png' },
      ],
    ],
    ['an information', aQuestion('information', before), [{ is: 'answered' }], [{ is: 'equal', value: true }]],
  ];

  test.each(cases)('with %s', (_, question, good, bad) => {
    for (const comparison of good) expect([comparison, kindsOf(question, comparison)]).toEqual([comparison, []]);
    for (const comparison of bad) expect([comparison, kindsOf(question, comparison)]).toEqual([comparison, [comparison.flaw ?? 'never-holds']]);
  });
});

describe('questions', () => {
  const flaws = (question: Question): readonly string[] => checkFlow(flowOf(aStep('a', [question]))).map(({ kind }) => kind);

  test('are named once in the whole flow', () => {
    expect(found(flowOf(aStep('a', [yes('one'), yes('two')]), aStep('b', [yes('one')])))).toEqual(['duplicate-question at steps.1.questions.0']);
    expect(found(flowOf(aStep('a', [yes('one'), yes('one')])))).toEqual(['duplicate-question at steps.0.questions.1']);
  });

  test('of choice have options, each once', () => {
    const twice = [
      { id: 'red', label: 'Red' },
      { id: 'red', label: 'Rouge' },
    ];
    for (const kind of ['one-choice', 'several-choices'] as const) {
      expect(flaws(aQuestion(kind, 'q', { options: [] }))).toEqual(['no-options']);
      expect(flaws(aQuestion(kind, 'q', { options: twice }))).toContain('duplicate-option');
    }
  });

  test('have a pattern that can be read', () => {
    expect(flaws(aQuestion('short-text', 'q', { pattern: '[A-Z]{2}\\d+' }))).toEqual([]);
    for (const pattern of ['(', '[z-a]', 'a)|(b', '\\-']) expect(flaws(aQuestion('short-text', 'q', { pattern }))).toEqual(['invalid-pattern']);
  });

  test('leave room for an answer', () => {
    const noRoom: readonly Question[] = [
      aQuestion('short-text', 'q', { minLength: 5, maxLength: 4 }),
      aQuestion('short-text', 'q', { minLength: 201 }),
      aQuestion('short-text', 'q', { maxLength: 0 }),
      aQuestion('long-text', 'q', { minLength: 10_001 }),
      aQuestion('several-choices', 'q', { minChoices: 4 }),
      aQuestion('several-choices', 'q', { minChoices: 3, maxChoices: 2 }),
      aQuestion('several-choices', 'q', { maxChoices: 0 }),
      aQuestion('number', 'q', { min: 2, max: 1 }),
      aQuestion('number', 'q', { min: 1.2, max: 1.8, whole: true }),
      aQuestion('date', 'q', { earliest: '2026-12-02', latest: '2026-12-01' }),
      aQuestion('file', 'q', { maxFiles: 0 }),
    ];
    for (const question of noRoom) expect([question, flaws(question)]).toEqual([question, ['min-above-max']]);
    const justEnough: readonly Question[] = [
      aQuestion('short-text', 'q', { minLength: 4, maxLength: 4 }),
      aQuestion('several-choices', 'q', { minChoices: 3, maxChoices: 3 }),
      aQuestion('number', 'q', { min: 1, max: 1 }),
      aQuestion('number', 'q', { min: 0.5, max: 1, whole: true }),
      aQuestion('number', 'q', { whole: true }),
      aQuestion('date', 'q', { earliest: '2026-12-01', latest: '2026-12-01' }),
      aQuestion('date', 'q', { earliest: 'today', latest: 'today' }),
      aQuestion('date', 'q', { earliest: 'today', latest: '2026-12-01' }),
      aQuestion('file', 'q', { maxFiles: 1 }),
    ];
    for (const question of justEnough) expect([question, flaws(question)]).toEqual([question, []]);
  });

  test('have bounds that are days', () => {
    expect(flaws(aQuestion('date', 'q', { earliest: '2026-02-30' }))).toEqual(['not-a-day']);
    expect(flaws(aQuestion('date', 'q', { latest: 'tomorrow' }))).toEqual(['not-a-day']);
  });

  test('take no more than an answer may ever hold', () => {
    const options = Array.from({ length: 101 }, (_, index) => ({ id: `o${index}`, label: `${index}` }));
    const tooMuch: readonly Question[] = [
      aQuestion('long-text', 'q', { maxLength: 20_001 }),
      aQuestion('several-choices', 'q', { options }),
      aQuestion('file', 'q', { maxFiles: 21 }),
    ];
    for (const question of tooMuch) expect(flaws(question)).toEqual(['above-answer-limits']);
    const atLimit: readonly Question[] = [
      aQuestion('long-text', 'q', { maxLength: 20_000 }),
      aQuestion('several-choices', 'q', { options, maxChoices: 100 }),
      aQuestion('file', 'q', { maxFiles: 20 }),
    ];
    for (const question of atLimit) expect(flaws(question)).toEqual([]);
  });
});

test('the title comes from a question that exists and says something', () => {
  const titled = (question: Question): readonly string[] => found(aFlow({ titleFrom: named<QuestionId>('what'), steps: [aStep('a', [question])] }));
  for (const kind of ['short-text', 'long-text', 'one-choice', 'several-choices'] as const) expect(titled(aQuestion(kind, 'what'))).toEqual([]);
  for (const kind of ['yes-no', 'number', 'date', 'file', 'information'] as const)
    expect(titled(aQuestion(kind, 'what'))).toEqual(['named-without-words at titleFrom']);
  expect(titled(yes('other'))).toEqual(['unknown-naming-question at titleFrom']);
});

test('so does the place', () => {
  const placed = (question: Question): readonly string[] =>
    found(aFlow({ titleFrom: null, placeFrom: named<QuestionId>('where'), steps: [aStep('a', [question])] }));
  for (const kind of ['short-text', 'long-text', 'one-choice', 'several-choices'] as const) expect(placed(aQuestion(kind, 'where'))).toEqual([]);
  for (const kind of ['yes-no', 'number', 'date', 'file', 'information'] as const)
    expect(placed(aQuestion(kind, 'where'))).toEqual(['named-without-words at placeFrom']);
  expect(placed(yes('other'))).toEqual(['unknown-naming-question at placeFrom']);
});
