/** The one way in for question flows: shape first, then sense. */
import * as v from 'valibot';
import { checkFlow, type FlowProblem } from '../domain/check-flow.ts';
import type { QuestionFlow } from '../domain/question-flow.ts';
import type { Result } from '../domain/result.ts';
import { no, ok } from '../domain/result.ts';
import { questionFlowSchema } from './catalogue.ts';

/** A place that is not of the shape of a flow at all, or a flaw of one that is. */
export type LoadProblem = { readonly kind: 'not-a-flow'; readonly path: string; readonly detail: string } | FlowProblem;

/** The flow when it can be walked; else everything that is wrong with it, with the places. */
export const loadFlow = (found: unknown): Result<QuestionFlow, readonly LoadProblem[]> => {
  const parsed = v.safeParse(questionFlowSchema, found);
  if (!parsed.success) return no(parsed.issues.map((issue): LoadProblem => ({ kind: 'not-a-flow', path: v.getDotPath(issue) ?? '', detail: issue.message })));
  const problems = checkFlow(parsed.output);
  return problems.length === 0 ? ok(parsed.output) : no(problems);
};
