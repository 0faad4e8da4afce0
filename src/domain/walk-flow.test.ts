import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerProblem, isLeftOut } from './accept-answer.ts';
import { aFlow, aManifest, aQuestion, aStep, minted, named, today } from './builders.testing.ts';
import { checkFlow } from './check-flow.ts';
import { holds } from './condition.ts';
import { acceptableAnswers, anyAnswers, soundFlow, soundFlowWithAnswers } from './flow-arbitraries.testing.ts';
import type { QuestionId, StepId } from './ids.ts';
import type { Answers, AnswerValue, QuestionFlow } from './question-flow.ts';
import {
  answeredQuestions,
  expectedQuestionCount,
  nextOutcome,
  outcomeAfter,
  promisedFiles,
  questionBefore,
  walkFlow,
  type Outcome,
  type Walk,
} from './walk-flow.ts';

const flowWithAnyAnswers = soundFlow().chain((flow) => fc.record({ flow: fc.constant(flow), answers: anyAnswers(flow) }));
const walk = (flow: QuestionFlow, answers: Answers): Walk => walkFlow(flow, answers, today);
const answersOf = (parts: Record<string, AnswerValue>): Answers => parts;
const idOf = (outcome: Outcome): string => (outcome.kind === 'question' ? outcome.question.id : outcome.kind);
const isAlwaysTrue = <Tried>(property: fc.IPropertyWithHooks<Tried>): void => fc.assert(property, { numRuns: 300 });

describe('for every sound flow and whatever was answered', () => {
  const always = (promise: (flow: QuestionFlow, answers: Answers) => void): void =>
    isAlwaysTrue(
      fc.property(flowWithAnyAnswers, ({ flow, answers }) => {
        promise(flow, answers);
      }),
    );

  test('the flows that these promises are tried on are sound', () => {
    always((flow) => expect(checkFlow(flow)).toEqual([]));
  });

  test('the walk ends, at a question or in the review, and never in an error', () => {
    always((flow, answers) => expect(['question', 'review']).toContain(walk(flow, answers).outcome.kind));
  });

  test('no answer is sent that is not on the way, not acceptable, or not asked for', () => {
    always((flow, answers) => {
      const { questions, answers: sent } = walk(flow, answers);
      for (const id of Object.keys(sent) as QuestionId[]) {
        const question = questions.find((met) => met.id === id);
        expect(question).toBeDefined();
        expect(question && answerProblem(question, sent[id], today)).toBeNull();
      }
    });
  });

  test('every question on the way but the open one has an answer, and no question is met twice', () => {
    always((flow, answers) => {
      const { questions, answers: sent, outcome } = walk(flow, answers);
      const met = questions.map((question) => question.id);
      expect(new Set(met).size).toBe(met.length);
      expect(met.filter((id) => !Object.hasOwn(sent, id))).toEqual(outcome.kind === 'question' ? [outcome.question.id] : []);
    });
  });

  test('every question met is met because its condition holds of the answers that are sent', () => {
    always((flow, answers) => {
      const { questions, answers: sent } = walk(flow, answers);
      // What was answered before is part of what is sent, and a condition speaks of nothing else.
      for (const question of questions) if (question.when) expect(holds(question.when, answersBefore(questions, question.id, sent))).toBe(true);
    });
  });

  test('walking again with what the walk kept is the same walk', () => {
    always((flow, answers) => {
      const once = walk(flow, answers);
      expect(walk(flow, answers)).toEqual(once);
      expect(walk(flow, once.answers)).toEqual(once);
    });
  });

  test('answers off the way change nothing', () => {
    always((flow, answers) => {
      const once = walk(flow, answers);
      const without = Object.fromEntries(Object.entries(answers).filter(([id]) => once.questions.some((question) => question.id === id)));
      expect(walk(flow, without)).toEqual(once);
    });
  });

  test('going back and then forward comes back to where one was', () => {
    always((flow, answers) => {
      const way = walk(flow, answers);
      way.questions.forEach((question, index) => {
        const back = questionBefore(way, question.id);
        expect(back).toBe(way.questions[index - 1] ?? null);
        if (back) expect(outcomeAfter(way, back.id)).toEqual({ kind: 'question', question });
      });
      const last = questionBefore(way, 'review');
      if (way.outcome.kind === 'review' && last) expect(outcomeAfter(way, last.id)).toEqual({ kind: 'review' });
    });
  });

  test('the expected number of questions is never less than those met, and right in the end', () => {
    always((flow, answers) => {
      const way = walk(flow, answers);
      expect(expectedQuestionCount(flow, way)).toBeGreaterThanOrEqual(way.questions.length);
      if (way.outcome.kind === 'review') expect(expectedQuestionCount(flow, way)).toBe(way.questions.length);
    });
  });
});

const answersBefore = (questions: Walk['questions'], id: QuestionId, sent: Answers): Answers =>
  Object.fromEntries(
    questions
      .slice(
        0,
        questions.findIndex((question) => question.id === id),
      )
      .map((question) => [question.id, sent[question.id] ?? null]),
  );

test('answering one question after the other always reaches the review, and no question comes twice', () => {
  isAlwaysTrue(
    fc.property(soundFlowWithAnswers(), ({ flow, answers }) => {
      let given: Answers = {};
      const asked: string[] = [];
      let outcome = nextOutcome(flow, given, today);
      while (outcome.kind === 'question') {
        const { id } = outcome.question;
        expect(asked).not.toContain(id);
        asked.push(id);
        given = { ...given, [id]: answers[id] ?? null };
        outcome = outcomeAfter(walk(flow, given), id);
      }
      expect(outcome).toEqual({ kind: 'review' });
      expect(walk(flow, given).questions.map((question) => question.id)).toEqual(asked);
      expect(walk(flow, answers)).toEqual(walk(flow, given));
    }),
  );
});

test('somebody who changes an answer, looks, and changes it back finds everything as it was', () => {
  const flowAndTwo = soundFlow().chain((flow) => fc.record({ flow: fc.constant(flow), one: acceptableAnswers(flow), other: anyAnswers(flow), pick: fc.nat() }));
  isAlwaysTrue(
    fc.property(flowAndTwo, ({ flow, one, other, pick }) => {
      const before = walk(flow, one);
      const { id } = before.questions[pick % before.questions.length] ?? { id: named<QuestionId>('none') };
      // The draft keeps every answer: only the walk leaves out what is off the way.
      const changed: Answers = { ...one, [id]: other[id] ?? null };
      walk(flow, changed);
      expect(walk(flow, { ...changed, [id]: one[id] ?? null })).toEqual(before);
    }),
  );
});

describe('a flow with a way round', () => {
  const flow = aFlow({
    titleFrom: null,
    steps: [
      aStep(
        'first',
        [aQuestion('yes-no', 'lost')],
        [{ to: named<StepId>('lost'), when: { question: named<QuestionId>('lost'), is: 'equal', value: true } }, { to: named<StepId>('rest') }],
      ),
      aStep('lost', [aQuestion('short-text', 'where'), aQuestion('short-text', 'police', { optional: true })], [{ to: 'review' }]),
      aStep('rest', [
        aQuestion('one-choice', 'colour'),
        aQuestion('short-text', 'why', { when: { question: named<QuestionId>('colour'), is: 'equal', value: 'red' } }),
      ]),
    ],
  });

  test('asks what the answers lead to', () => {
    expect(idOf(nextOutcome(flow, {}, today))).toBe('lost');
    expect(idOf(nextOutcome(flow, answersOf({ lost: true }), today))).toBe('where');
    expect(idOf(nextOutcome(flow, answersOf({ lost: false }), today))).toBe('colour');
    expect(idOf(nextOutcome(flow, answersOf({ lost: false, colour: 'red' }), today))).toBe('why');
    expect(idOf(nextOutcome(flow, answersOf({ lost: false, colour: 'blue' }), today))).toBe('review');
    expect(idOf(nextOutcome(flow, answersOf({ lost: true, where: 'train', police: null }), today))).toBe('review');
  });

  test('answers that became unreachable are not sent, and come back when the person returns', () => {
    const answers = answersOf({ lost: true, where: 'train', police: 'A-1', colour: 'red', why: 'because' });
    expect(walk(flow, { ...answers, lost: false } as Answers).answers).toEqual({ lost: false, colour: 'red', why: 'because' });
    expect(walk(flow, answers).answers).toEqual({ lost: true, where: 'train', police: 'A-1' });
  });

  test('an emptied optional field counts as left out', () => {
    expect(walk(flow, answersOf({ lost: true, where: 'train', police: '  ' })).answers).toEqual({ lost: true, where: 'train', police: null });
  });

  test('what is expected follows the way that the answers lead', () => {
    expect(expectedQuestionCount(flow, walk(flow, {}))).toBe(2);
    expect(expectedQuestionCount(flow, walk(flow, answersOf({ lost: true })))).toBe(3);
    expect(expectedQuestionCount(flow, walk(flow, answersOf({ lost: false, colour: 'red' })))).toBe(3);
  });

  test('a question that is no longer on the way is followed by the open one', () => {
    const way = walk(flow, answersOf({ lost: false }));
    expect(idOf(outcomeAfter(way, named<QuestionId>('where')))).toBe('colour');
    expect(questionBefore(way, named<QuestionId>('where'))).toBeNull();
  });
});

describe('a flow that was never checked', () => {
  test('a loop ends in an error, not in a page that hangs', () => {
    const round = aFlow({ steps: [aStep('a', [aQuestion('yes-no')], [{ to: named<StepId>('a') }])] });
    expect(walk(round, answersOf({ 'yes-no': true })).outcome).toEqual({ kind: 'error', stepId: 'a' });
    expect(expectedQuestionCount(round, walk(round, {}))).toBe(1);
  });

  test('a dead end, a route into nothing and no steps at all are errors with their place', () => {
    const never = { not: { all: [] } } as const;
    expect(walk(aFlow({ steps: [aStep('a', [], [{ to: 'review', when: never }])] }), {}).outcome).toEqual({ kind: 'error', stepId: 'a' });
    expect(walk(aFlow({ steps: [aStep('a', [], [{ to: named<StepId>('gone') }])] }), {}).outcome).toEqual({ kind: 'error', stepId: 'a' });
    expect(walk(aFlow({ steps: [] }), {}).outcome).toEqual({ kind: 'error', stepId: null });
  });

  test('a question that is not of the flow has nothing ahead', () => {
    const foreign = walk(aFlow(), {});
    expect(expectedQuestionCount(aFlow({ steps: [] }), foreign)).toBe(1);
  });
});

describe('the answers in words', () => {
  const flow = aFlow({
    titleFrom: null,
    steps: [
      aStep('only', [
        aQuestion('information'),
        aQuestion('several-choices'),
        aQuestion('one-choice'),
        aQuestion('yes-no'),
        aQuestion('short-text', 'note', { optional: true }),
        aQuestion('file'),
      ]),
    ],
  });
  const file = aManifest();
  const answers = answersOf({ information: true, 'several-choices': ['blue', 'red'], 'one-choice': 'green', 'yes-no': false, note: null, file: [file] });

  test('stand in the order of the questions, with the labels of what was chosen in the order of the flow', () => {
    expect(answeredQuestions(walk(flow, answers)).map(({ questionId, optionLabels }) => [questionId, optionLabels])).toEqual([
      ['several-choices', ['Red', 'Blue']],
      ['one-choice', ['Green']],
      ['yes-no', []],
      ['file', []],
    ]);
  });

  test('leave out what was only read or skipped, and the question that is still open', () => {
    expect(answeredQuestions(walk(flow, answersOf({ information: true })))).toEqual([]);
    expect(answeredQuestions(walk(flow, answers)).some((answered) => isLeftOut(answered.value))).toBe(false);
  });

  test('promise each file under the question it answers', () => {
    const other = aManifest({ id: minted(0xf2) });
    expect(promisedFiles(answersOf({ a: [file], b: 'text', c: ['red'], d: [], e: [other, file] }))).toEqual([
      { questionId: 'a', file },
      { questionId: 'e', file: other },
      { questionId: 'e', file },
    ]);
  });
});
