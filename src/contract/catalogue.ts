import * as v from 'valibot';
import type { ArticleId, FlowId, PartitionId, QuestionId, ServiceId, StepId } from '../domain/ids.ts';
import type { Condition, Question, QuestionFlow } from '../domain/question-flow.ts';
import type { Article, Service } from '../domain/service.ts';
import { givenId, instant } from './ids.ts';

export const serviceSchema = v.object({
  id: givenId<ServiceId>(),
  partitionIds: v.array(givenId<PartitionId>()),
  title: v.string(),
  summary: v.string(),
  category: v.object({ id: v.string(), title: v.string(), icon: v.string() }),
  icon: v.string(),
  makes: v.picklist(['call', 'request']),
  flow: v.object({ id: givenId<FlowId>(), version: v.number() }),
  keywords: v.array(v.string()),
  oftenAsked: v.nullable(v.number()),
  articleIds: v.array(givenId<ArticleId>()),
  targetHours: v.nullable(v.number()),
}) satisfies v.GenericSchema<unknown, Service>;

export const articleSchema = v.object({
  id: givenId<ArticleId>(),
  partitionIds: v.array(givenId<PartitionId>()),
  title: v.string(),
  summary: v.string(),
  html: v.string(),
  keywords: v.array(v.string()),
  updatedAt: instant,
  readingMinutes: v.number(),
}) satisfies v.GenericSchema<unknown, Article>;

const questionId = givenId<QuestionId>();

export const conditionSchema: v.GenericSchema<unknown, Condition> = v.union([
  v.strictObject({ all: v.array(v.lazy(() => conditionSchema)) }),
  v.strictObject({ any: v.array(v.lazy(() => conditionSchema)) }),
  v.strictObject({ not: v.lazy(() => conditionSchema) }),
  v.strictObject({
    question: questionId,
    is: v.picklist(['equal', 'not-equal', 'less-than', 'at-most', 'more-than', 'at-least']),
    value: v.union([v.string(), v.number(), v.boolean()]),
  }),
  v.strictObject({ question: questionId, is: v.literal('including'), value: v.string() }),
  v.strictObject({ question: questionId, is: v.literal('answered') }),
]);

const asked = { id: questionId, label: v.string(), help: v.exactOptional(v.string()), when: v.exactOptional(conditionSchema) };
const answerable = { ...asked, optional: v.exactOptional(v.boolean()) };
const count = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));
const options = v.array(v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)), label: v.string(), help: v.exactOptional(v.string()) }));
const number = v.exactOptional(v.number());
const text = v.exactOptional(v.string());

const questionSchema = v.variant('kind', [
  v.object({ kind: v.literal('short-text'), ...answerable, minLength: count, maxLength: count, pattern: text, patternHelp: text, placeholder: text }),
  v.object({ kind: v.literal('long-text'), ...answerable, minLength: count, maxLength: count, placeholder: text }),
  v.object({ kind: v.literal('one-choice'), ...answerable, options }),
  v.object({ kind: v.literal('several-choices'), ...answerable, options, minChoices: count, maxChoices: count }),
  v.object({ kind: v.literal('yes-no'), ...answerable }),
  v.object({ kind: v.literal('number'), ...answerable, min: number, max: number, whole: v.exactOptional(v.boolean()), unit: text }),
  v.object({ kind: v.literal('date'), ...answerable, earliest: text, latest: text }),
  v.object({ kind: v.literal('file'), ...answerable, maxFiles: count }),
  v.object({ kind: v.literal('information'), ...asked, text: v.string() }),
]) satisfies v.GenericSchema<unknown, Question>;

export const questionFlowSchema = v.object({
  id: givenId<FlowId>(),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  title: v.string(),
  titleFrom: v.nullable(questionId),
  placeFrom: v.exactOptional(questionId),
  steps: v.array(
    v.object({
      id: givenId<StepId>(),
      questions: v.array(questionSchema),
      routes: v.exactOptional(v.array(v.object({ to: v.union([v.literal('review'), givenId<StepId>()]), when: v.exactOptional(conditionSchema) }))),
    }),
  ),
}) satisfies v.GenericSchema<unknown, QuestionFlow>;
