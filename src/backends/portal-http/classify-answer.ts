/**
 * What an HTTP answer means, from its status and its typed problem alone, never from text. Only an answer that carries our
 * envelope says anything: a 400, 403 or 404 without one is a bad deploy or a captive portal, so the device waits.
 */
import * as v from 'valibot';
import type { ProblemKind } from '../../contract/problem.ts';
import { problemSchema } from '../../contract/problem.ts';
import { BackendFailure } from '../backend.ts';
import { isJson, retryAfterOf } from '../read-answer.ts';

/** The failure that an answer which is not a success stands for. */
export const failureOf = async (response: Response): Promise<BackendFailure> => {
  const retryAfterMs = retryAfterOf(response);
  if (response.status === 426) return new BackendFailure('update-the-app', 'status 426');
  // `redirect: manual` turns a redirect to a log-in page into an opaque answer: somebody wants a new sign-in.
  if (response.type === 'opaqueredirect' || response.status === 401) return new BackendFailure('sign-in-again', `status ${response.status}`);
  const problem = await readProblem(response);
  if (problem === null) return new BackendFailure('wait', `status ${response.status} without our envelope`, retryAfterMs);
  return failureOfProblem(problem, response.status, retryAfterMs);
};

const failureOfProblem = (problem: ProblemKind, status: number, retryAfterMs: number | null): BackendFailure => {
  switch (problem) {
    case 'not-signed-in':
    case 'other-session':
    case 'wrong-credentials':
      return new BackendFailure('sign-in-again', problem);
    case 'update-the-app':
      return new BackendFailure('update-the-app', problem);
    case 'too-large':
      return new BackendFailure('too-large', problem);
    case 'start-over':
      return new BackendFailure('start-over', problem);
    case 'file-damaged':
      return new BackendFailure('file-damaged', problem);
    case 'not-found':
      return new BackendFailure('not-there', problem);
    case 'slow-down':
    case 'malformed':
    case 'foreign-origin':
    case 'unavailable':
      return new BackendFailure('wait', `${problem} (status ${status})`, retryAfterMs);
  }
};

const readProblem = async (response: Response): Promise<ProblemKind | null> => {
  if (!isJson(response)) return null;
  const parsed = v.safeParse(problemSchema, await response.json().catch((fault: unknown) => ({ unreadable: fault })));
  return parsed.success ? parsed.output.problem.kind : null;
};
