import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFlow, aQuestion, aStep } from '../domain/builders.testing.ts';
import { soundFlow } from '../domain/flow-arbitraries.testing.ts';
import { loadFlow } from './load-flow.ts';

const problems = (found: unknown): unknown => {
  const loaded = loadFlow(found);
  return loaded.ok ? [] : loaded.problem;
};
const written = (flow: unknown): Record<string, unknown> => JSON.parse(JSON.stringify(flow)) as Record<string, unknown>;
const untitled = { ...aFlow(), titleFrom: null };

test('a sound flow is loaded as it was written', () => {
  fc.assert(
    fc.property(soundFlow(), (flow) => {
      expect(loadFlow(written(flow))).toEqual({ ok: true, value: flow });
    }),
  );
});

test('what is no flow at all is refused with the place in it', () => {
  expect(problems(null)).toMatchObject([{ kind: 'not-a-flow', path: '' }]);
  expect(problems(written({ ...untitled, version: 0 }))).toMatchObject([{ kind: 'not-a-flow', path: 'version' }]);
  const maybe = { ...untitled, steps: [{ id: 'a', questions: [{ ...aQuestion('yes-no'), kind: 'maybe' }] }] };
  expect(problems(written(maybe))).toMatchObject([{ kind: 'not-a-flow', path: 'steps.0.questions.0.kind' }]);
});

test('everything that is wrong is told at once', () => {
  expect(problems(written({ ...untitled, version: 'one', title: 1 }))).toMatchObject([{ path: 'version' }, { path: 'title' }]);
});

test('a flow that is written well and makes no sense is refused with the flaw and its place', () => {
  const loop = { ...untitled, steps: [{ id: 'a', questions: [aQuestion('yes-no')], routes: [{ to: 'a' }] }] };
  expect(problems(written(loop))).toEqual([{ kind: 'loop', stepId: 'a', questionId: null, path: 'steps.0.routes.0' }]);
});

test('a condition may be as deep as it likes, and must be one', () => {
  const asking = (when: unknown): unknown =>
    written({ ...untitled, steps: [{ id: 'a', questions: [aQuestion('yes-no', 'one'), { ...aQuestion('yes-no', 'two'), when }] }] });
  const answered = { question: 'one', is: 'answered' };
  expect(problems(asking({ all: [{ any: [{ not: { all: [answered] } }] }] }))).toEqual([]);
  for (const bad of [{ all: [{ any: answered }] }, { question: 'one', is: 'similar', value: 1 }, { ...answered, all: [] }, {}, null]) {
    expect([bad, problems(asking(bad))]).toMatchObject([bad, [{ kind: 'not-a-flow' }]]);
  }
});

test('an option without an id cannot be chosen, and is refused', () => {
  const flow = { ...untitled, steps: [aStep('a', [aQuestion('one-choice', 'q', { options: [{ id: '', label: 'Nothing' }] })])] };
  expect(problems(written(flow))).toMatchObject([{ kind: 'not-a-flow', path: 'steps.0.questions.0.options.0.id' }]);
});
