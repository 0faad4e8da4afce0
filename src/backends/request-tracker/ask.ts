/**
 * One question to Request Tracker. What comes back is an answer of RT's own, or a failure by what is to be done about it.
 * Logged out has many faces here: 401 for a client that RT takes for a program, a redirect to the log-in page for one that
 * it takes for a browser, and that page itself with status 200 where somebody in between has followed the redirect.
 */
import * as v from 'valibot';
import type { Instant } from '../../domain/instant.ts';
import { BackendFailure } from '../backend.ts';
import { isJson, retryAfterOf } from '../read-answer.ts';
import type { HttpRequest, SendRequest } from '../send-request.ts';

type Method = Parameters<SendRequest>[0];

/** RT's answer: its status says yes or no only for some resources, so who asked looks at what RT holds then. */
export type RtAnswer = {
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
  /** The path of what was made, as `/REST/2.0/ticket/1`; null where nothing was. */
  readonly location: string | null;
  /** RT's clock, to the second. */
  readonly serverTime: Instant;
};

export type AskRt = {
  readonly send: (method: Method, path: string, request?: HttpRequest) => Promise<RtAnswer>;
  /** What is at the path; a failure of kind *not there* where RT shows this person nothing. */
  readonly read: <Schema extends v.GenericSchema>(path: string, params: Params, schema: Schema) => Promise<v.InferOutput<Schema>>;
  /**
   * All of a list, page by page. RT hides what this person may not see after it has cut a page: where it hides nothing, a
   * page that is not full is the last one; where it may, only pages without anything tell.
   */
  readonly readAll: <Schema extends v.GenericSchema>(
    path: string,
    params: Params,
    item: Schema,
    hides?: 'hides-nothing' | 'may-hide',
  ) => Promise<readonly v.InferOutput<Schema>[]>;
};

type Params = Readonly<Record<string, string>>;

/** The most that RT gives in one page. */
export const pageSize = 100;

export const createAskRt = (http: SendRequest): AskRt => {
  const send: AskRt['send'] = async (method, path, request = {}) => answerOf(await http(method, `/REST/2.0${path}`, request));

  const read: AskRt['read'] = async (path, params, schema) => {
    const answer = await send('GET', path, { searchParams: new URLSearchParams(params) });
    if (!answer.ok) throw new BackendFailure('not-there', `status ${answer.status} at ${path}`);
    const parsed = v.safeParse(schema, answer.body);
    if (!parsed.success) throw new BackendFailure('wait', `an answer of another shape at ${path}`);
    return parsed.output;
  };

  const readAll: AskRt['readAll'] = async (path, params, item, hides = 'hides-nothing') => {
    const all: v.InferOutput<typeof item>[] = [];
    for (let page = 1, empty = 0; ; page += 1) {
      const found = await read(path, { ...params, per_page: String(pageSize), page: String(page) }, pageOf(item));
      all.push(...found.items);
      empty = found.count === 0 ? empty + 1 : 0;
      const isLast = hides === 'hides-nothing' ? found.count < pageSize : empty >= emptyPagesAtTheEnd;
      if (found.pages === null ? isLast : page >= found.pages) return all;
    }
  };

  return { send, read, readAll };
};

/** Hundreds of rows that are hidden may lie between two that are not. */
const emptyPagesAtTheEnd = 3;

/** `pages`: how many there are, where RT knows that it hides nothing. */
export const pageOf = <Schema extends v.GenericSchema>(item: Schema) =>
  v.object({ count: v.number(), pages: v.optional(v.nullable(v.number()), null), items: v.array(item) });

const answerOf = async (response: Response): Promise<RtAnswer> => {
  if (response.type === 'opaqueredirect' || response.status === 401 || isRedirect(response))
    throw new BackendFailure('sign-in-again', `status ${response.status}`);
  if (response.status === 429 || response.status >= 500) throw new BackendFailure('wait', `status ${response.status}`, retryAfterOf(response));
  if (response.status === 413) throw new BackendFailure('too-large', 'status 413');
  if (!isJson(response)) throw failureWithoutJson(response);
  const body: unknown = await response.json().catch((fault: unknown) => {
    throw new BackendFailure('wait', 'half an answer', null, fault);
  });
  if (!response.ok && !isWordOfRt(body)) throw new BackendFailure('wait', `status ${response.status} that is not RT's`);
  const date = Date.parse(response.headers.get('Date') ?? '');
  return { ok: response.ok, status: response.status, body, location: response.headers.get('Location'), serverTime: Number.isNaN(date) ? Date.now() : date };
};

/** As a fetch outside a browser sees it. */
const isRedirect = ({ status }: Response): boolean => status >= 300 && status < 400;

/** A page where data was asked for is a log-in page; with an error on it, it is somebody's in between. */
const failureWithoutJson = (response: Response): BackendFailure =>
  response.ok
    ? new BackendFailure('sign-in-again', 'a page instead of an answer')
    : new BackendFailure('wait', `status ${response.status} without an answer`, retryAfterOf(response));

/** How RT says no: a bad deploy, a proxy or a captive portal says it otherwise. */
const isWordOfRt = (body: unknown): boolean => v.is(v.looseObject({ message: v.string() }), body) || v.is(v.array(v.string()), body);
