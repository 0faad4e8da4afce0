/** The one shape of "no" for whole requests. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ProblemKind } from '../contract/problem.ts';

export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly retryAfterSeconds: number | null;

  constructor(kind: ProblemKind, detail = '', retryAfterSeconds: number | null = null) {
    super(detail === '' ? kind : `${kind}: ${detail}`);
    this.name = 'ProblemError';
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const statusByKind: Readonly<Record<ProblemKind, ContentfulStatusCode>> = {
  'not-signed-in': 401,
  'other-session': 401,
  'wrong-credentials': 401,
  'slow-down': 429,
  'update-the-app': 426,
  malformed: 400,
  'too-large': 413,
  'start-over': 410,
  'not-found': 404,
  'foreign-origin': 403,
  'file-damaged': 422,
  unavailable: 503,
};

export const answerProblem = (context: Context, problem: ProblemError): Response => {
  if (problem.retryAfterSeconds !== null) context.header('Retry-After', String(problem.retryAfterSeconds));
  return context.json({ portico: 1, problem: { kind: problem.kind } }, statusByKind[problem.kind]);
};
