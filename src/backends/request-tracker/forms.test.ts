import * as v from 'valibot';
import { expect, test } from 'vitest';
import { loadFlow } from '../../contract/load-flow.ts';
import { requestTrackerSchema } from '../../contract/request-tracker-settings.ts';
import { answerProblem } from '../../domain/accept-answer.ts';
import type { Answers, Question } from '../../domain/question-flow.ts';
import { walkFlow } from '../../domain/walk-flow.ts';
import { fieldOf, isOfLines, serviceOf, type RtFormField } from './forms.ts';
import { fieldSchema, queueSchema, type RtField } from './wire.ts';

const settings = v.parse(requestTrackerSchema, { kind: 'request-tracker', queues: { IT: { title: 'Something is broken', makes: 'call' } } });
const queue = v.parse(queueSchema, { id: 3, Name: 'IT', Description: 'For everything', _hyperlinks: [] });
const today = '2026-11-24';

const field = (more: Partial<Record<keyof RtField, unknown>>): RtField =>
  v.parse(fieldSchema, { id: '8', Name: 'Asset tag', Description: '', Type: 'Freeform', Pattern: '', MaxValues: '1', ...more });
const form = (...fields: readonly RtField[]): readonly RtFormField[] => fields.map((one) => ({ field: one, valuesByParent: null }));
const questionsOf = (fields: readonly RtFormField[]): readonly Question[] =>
  serviceOf(queue, fields, settings)?.flow.steps.flatMap(({ questions }) => questions) ?? [];
const questionOf = (one: RtField): Question | undefined => questionsOf(form(one)).find(({ id }) => fieldOf(id) === one.id);

test('a queue looks as the deployment says, and as its name and description where nothing is said', () => {
  expect(serviceOf(queue, [], settings)?.service).toMatchObject({ title: 'Something is broken', summary: 'For everything', makes: 'call' });
  expect(serviceOf({ ...queue, Name: 'HR' }, [], settings)?.service).toMatchObject({ title: 'HR' });
});

test('the field that holds our own id is never asked', () => {
  expect(questionsOf(form(field({ Name: 'Client Request Id' }))).map(({ id }) => id)).toEqual(['subject', 'details', 'files']);
});

test.each([
  [
    { Type: 'Select', MaxValues: '1', Values: ['a', 'b'] },
    {
      kind: 'one-choice',
      options: [
        { id: 'a', label: 'a' },
        { id: 'b', label: 'b' },
      ],
    },
  ],
  [{ Type: 'Select', MaxValues: '0', Values: ['a', 'b'] }, { kind: 'several-choices' }],
  [
    { Type: 'Select', MaxValues: '3', Values: ['a', 'b'] },
    { kind: 'several-choices', maxChoices: 2 },
  ],
  [{ Type: 'Freeform', MaxValues: '1' }, { kind: 'short-text' }],
  [{ Type: 'Freeform', MaxValues: '0' }, { kind: 'long-text' }],
  [{ Type: 'Text' }, { kind: 'long-text' }],
  [{ Type: 'Date' }, { kind: 'date', optional: true }],
  [{ Type: 'Date', Pattern: '(?#Mandatory).' }, { kind: 'date' }],
])('a field %j is asked as %j', (given, asked) => {
  expect(questionOf(field(given))).toMatchObject(asked);
});

test('a day with a time is asked as it is written, and a queue that must have one is offered', () => {
  const question = questionOf(field({ Type: 'DateTime', Pattern: '(?#Mandatory).', Description: 'When shall we come?' }));
  expect(question).toMatchObject({ kind: 'short-text', help: 'When shall we come? Day and time, as 2026-11-30 14:00.' });
  expect(question).not.toHaveProperty('optional');
  for (const moment of ['2026-12-01 14:30', '2027-01-31 00:00']) expect(question && answerProblem(question, moment, today)).toBeNull();
  for (const other of ['2026-12-01', '1.12. 14:30', '2026-13-01 14:30', '2026-12-01 24:00'])
    expect(question && answerProblem(question, other, today)).toMatchObject({ kind: 'pattern' });
});

test('a pattern is judged on the device, for RT does not: its comment is the help, its empty match makes it optional', () => {
  const question = questionOf(field({ Pattern: '(?#NW- and five digits)^(?:|NW-\\d{5})$' }));
  expect(question).toMatchObject({ optional: true, patternHelp: 'NW- and five digits' });
  expect(question && answerProblem(question, 'NW-12345', today)).toBeNull();
  expect(question && answerProblem(question, 'NW-1', today)).toMatchObject({ kind: 'pattern' });
});

test('a pattern is looked for anywhere in the answer, as RT does', () => {
  const question = questionOf(field({ Pattern: '\\d{3}' }));
  expect(question).not.toHaveProperty('optional');
  expect(question && answerProblem(question, 'room 204 please', today)).toBeNull();
  expect(question && answerProblem(question, 'room 20', today)).toMatchObject({ kind: 'pattern' });
});

test.each([
  ['^\\d{3}\\-\\d{2}$', '123-45', '12345'],
  ['^\\w+\\@example\\.test$', 'ada@example.test', 'ada at example.test'],
  ['\\A[[:alpha:]]{2}\\d\\z', 'ab1', '1ab'],
])('a pattern that Perl writes otherwise is judged all the same: %s', (pattern, right, wrong) => {
  const question = questionOf(field({ Pattern: pattern }));
  expect(question).not.toHaveProperty('optional');
  expect(question && answerProblem(question, right, today)).toBeNull();
  expect(question && answerProblem(question, wrong, today)).toMatchObject({ kind: 'pattern' });
});

test('a field that must be filled in is asked as one, also where its pattern says so in a way of Perl’s', () => {
  expect(questionOf(field({ Pattern: '(?#Mandatory)(?i)^(ab|cd)' }))).not.toHaveProperty('optional');
  expect(questionOf(field({ Pattern: '(?i)^(?:|ab)$' }))).toHaveProperty('optional');
});

test('a field of many values takes one on each line', () => {
  expect(isOfLines(questionOf(field({ Type: 'Freeform', MaxValues: '0' }))?.id ?? '')).toBe(true);
  expect(isOfLines(questionOf(field({ Type: 'Freeform', MaxValues: '1' }))?.id ?? '')).toBe(false);
});

test('a pattern that only Perl understands leaves the judging to RT', () => {
  expect(questionOf(field({ Pattern: '\\A(?i)nw' }))).not.toHaveProperty('pattern');
});

test('a mandatory field of a kind that cannot be answered here takes the whole form away; an optional one only itself', () => {
  expect(serviceOf(queue, form(field({ Type: 'Image', Pattern: '(?#Mandatory).' })), settings)).toBeNull();
  expect(questionsOf(form(field({ Type: 'Image' }))).map(({ id }) => id)).toEqual(['subject', 'details', 'files']);
});

test('values that depend on another answer are asked for that answer alone, under one field', () => {
  const area = field({ id: '3', Name: 'Area', Type: 'Select', Values: ['Computer', 'Access'], Pattern: '(?#Mandatory).' });
  const part = field({ id: '4', Name: 'Part', Type: 'Select', BasedOn: { id: '3' }, Values: ['Screen', 'Badge'] });
  const flow = serviceOf(
    queue,
    [
      { field: area, valuesByParent: null },
      {
        field: part,
        valuesByParent: new Map([
          ['Computer', ['Screen']],
          ['Access', ['Badge']],
        ]),
      },
    ],
    settings,
  )?.flow;
  if (!flow) throw new Error('no form');
  expect(loadFlow(flow)).toMatchObject({ ok: true });
  const walk = walkFlow(flow, { subject: 'A title', details: 'Words', 'cf-3': 'Computer' } as unknown as Answers, today);
  expect(walk.outcome).toMatchObject({ kind: 'question', question: { label: 'Part', options: [{ id: 'Screen' }] } });
  expect(fieldOf(walk.outcome.kind === 'question' ? walk.outcome.question.id : '')).toBe('4');
});

test('other questions are another version, the same ones the same', () => {
  const version = (fields: readonly RtFormField[]): number | undefined => serviceOf(queue, fields, settings)?.flow.version;
  expect(version(form(field({})))).toBe(version(form(field({}))));
  expect(version(form(field({})))).not.toBe(version(form(field({ Description: 'other' }))));
});
