/** Requests whose answer must be what was asked for: everything else is a failure of some kind. */
import * as v from 'valibot';
import { personHeader } from '../../contract/routes.ts';
import type { PersonId } from '../../domain/ids.ts';
import { BackendFailure } from '../backend.ts';
import { isJson } from '../read-answer.ts';
import { failureOf } from './classify-answer.ts';
import type { HttpRequest, SendRequest } from '../send-request.ts';

type Method = Parameters<SendRequest>[0];

export const forPerson = (person: PersonId): Record<string, string> => ({ [personHeader]: person });

/** A request whose answer must be a success; everything else is a failure of some kind. */
export const succeed = async (http: SendRequest, method: Method, path: string, request: HttpRequest): Promise<Response> => {
  const response = await send(http, method, path, request);
  if (!response.ok) throw await failureOf(response);
  return response;
};

/** Any answer, but for a redirect: that is somebody else's log-in page. */
export const send = async (http: SendRequest, method: Method, path: string, request: HttpRequest): Promise<Response> => {
  const response = await http(method, path, request);
  if (response.type === 'opaqueredirect') throw await failureOf(response);
  return response;
};

export const ask = async <Schema extends v.GenericSchema>(
  http: SendRequest,
  method: Method,
  path: string,
  request: HttpRequest,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => parseBody(await succeed(http, method, path, request), schema);

/** Success is the status and our envelope: HTML with status 200 is a captive portal, half a body is no answer. */
export const parseBody = async <Schema extends v.GenericSchema>(response: Response, schema: Schema): Promise<v.InferOutput<Schema>> => {
  const body: unknown = isJson(response) ? await response.json().catch((fault: unknown) => ({ unreadable: fault })) : null;
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new BackendFailure('wait', `status ${response.status} without our envelope`);
  return parsed.output;
};
