/** The adapter for the reference backend: our own words over HTTP, so it only sends, parses and classifies. */
import * as v from 'valibot';
import { actionsResponseSchema } from '../../contract/actions-exchange.ts';
import { changeSchema, changesPageSchema, type ChangesPage } from '../../contract/change.ts';
import { loadFlow } from '../../contract/load-flow.ts';
import { uploadStateSchema } from '../../contract/file-transfer.ts';
import { personHeader, routes } from '../../contract/routes.ts';
import { sessionSchema } from '../../contract/session.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { FileManifest } from '../../domain/ticket.ts';
import { BackendFailure, type Backend, type Outgoing } from '../backend.ts';
import { failureOf, isJson } from './classify-answer.ts';
import { readEvents } from './event-stream.ts';
import { portalHttpCapabilities } from './portal-http-capabilities.ts';
import { createSendRequest, type HttpRequest, type PortalHttpSettings, type SendRequest } from './send-request.ts';

export const createPortalHttpBackend = (settings: PortalHttpSettings): Backend => {
  const http = createSendRequest(settings);

  return {
    capabilities: portalHttpCapabilities,
    whoAmI: async () => {
      const { person, serverTime } = await ask(http, 'GET', routes.session, {}, sessionSchema);
      return { person, serverTime };
    },
    signIn: async (user, password) => {
      const response = await send(http, 'POST', routes.session, { json: { user, password } });
      if (response.status === 401 && isJson(response)) return null;
      if (!response.ok) throw await failureOf(response);
      return (await parseBody(response, sessionSchema)).person;
    },
    signOut: async () => {
      const response = await send(http, 'DELETE', routes.session, {});
      // Nobody signed in any more is what was wanted.
      if (!response.ok && response.status !== 401) throw await failureOf(response);
    },
    perform: async (person, batch) => {
      const json = { actions: batch.map((outgoing) => outgoing.action) };
      const response = await ask(http, 'POST', routes.actions, { json, headers: forPerson(person) }, actionsResponseSchema);
      requireEcho(person, batch, response);
      return response.answers;
    },
    changes: async (person, since) => {
      const searchParams = since === null ? {} : { since };
      return readPage(await ask(http, 'GET', routes.changes, { searchParams, headers: forPerson(person) }, v.unknown()));
    },
    listen: async (person, since, onPage, signal) => {
      const searchParams = since === null ? {} : { since };
      const headers = { ...forPerson(person), Accept: 'text/event-stream' };
      const response = await succeed(http, 'GET', routes.changes, { searchParams, headers, timeoutMs: null, signal });
      await readEvents(response, async (data) => onPage(readPage(parseJson(data))), signal);
    },
    uploadState: (person, file) => ask(http, 'GET', routes.upload(file.id), { headers: forPerson(person) }, uploadStateSchema),
    uploadChunk: (person, file, offset, bytes) => {
      const headers = { ...forPerson(person), 'Content-Type': 'application/octet-stream' };
      return ask(http, 'PUT', routes.upload(file.id), { searchParams: { offset }, bytes, headers, timeoutMs: chunkTimeoutMs }, uploadStateSchema);
    },
    download: async (person, file) => {
      const headers = { ...forPerson(person), Accept: '*/*' };
      return fileOf(await succeed(http, 'GET', routes.file(file.id), { headers, timeoutMs: downloadTimeoutMs }), file);
    },
  };
};

/** Of one chunk; and of a whole file, which may be 25 MB over a thin line. */
const chunkTimeoutMs = 120_000;
const downloadTimeoutMs = 600_000;

type Method = Parameters<SendRequest>[0];

const forPerson = (person: PersonId): Record<string, string> => ({ [personHeader]: person });

/** A request whose answer must be a success; everything else is a failure of some kind. */
const succeed = async (http: SendRequest, method: Method, path: string, request: HttpRequest): Promise<Response> => {
  const response = await send(http, method, path, request);
  if (!response.ok) throw await failureOf(response);
  return response;
};

/** Any answer, but for a redirect: that is somebody else's log-in page. */
const send = async (http: SendRequest, method: Method, path: string, request: HttpRequest): Promise<Response> => {
  const response = await http(method, path, request);
  if (response.type === 'opaqueredirect') throw await failureOf(response);
  return response;
};

const ask = async <Schema extends v.GenericSchema>(
  http: SendRequest,
  method: Method,
  path: string,
  request: HttpRequest,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => parseBody(await succeed(http, method, path, request), schema);

/** Success is the status and our envelope: HTML with status 200 is a captive portal, half a body is no answer. */
const parseBody = async <Schema extends v.GenericSchema>(response: Response, schema: Schema): Promise<v.InferOutput<Schema>> => {
  const body: unknown = isJson(response) ? await response.json().catch((fault: unknown) => ({ unreadable: fault })) : null;
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new BackendFailure('wait', `status ${response.status} without our envelope`);
  return parsed.output;
};

/** The bytes that were promised: half of them, or the page of a captive portal, are no file. */
const fileOf = async (response: Response, file: FileManifest): Promise<Blob> => {
  const blob = await response.blob().catch((fault: unknown) => {
    throw new BackendFailure('wait', 'the download broke', null, fault);
  });
  if (blob.size !== file.sizeBytes) throw new BackendFailure('wait', 'other bytes than the file has');
  return blob;
};

/** One answer for each action, under its own id and for the right person; anything else is not an answer to this. */
const requireEcho = (person: PersonId, batch: readonly Outgoing[], response: v.InferOutput<typeof actionsResponseSchema>): void => {
  const echoed =
    response.person === person && response.answers.length === batch.length && response.answers.every((answer, index) => answer.id === batch[index]?.action.id);
  if (!echoed) throw new BackendFailure('wait', 'an answer that echoes other actions');
};

/**
 * A page whose changes are parsed one by one: one of a kind that this version does not know is left out, and so are questions
 * that nobody could answer to the end; the rest is kept.
 */
const readPage = (body: unknown): ChangesPage => {
  const envelope = v.safeParse(pageEnvelopeSchema, body);
  if (!envelope.success) throw new BackendFailure('wait', 'a page without our envelope');
  const changes = envelope.output.changes.flatMap((change) => {
    const parsed = v.safeParse(changeSchema, change);
    return parsed.success && (parsed.output.kind !== 'flow' || loadFlow(parsed.output.body).ok) ? [parsed.output] : [];
  });
  return { ...envelope.output, changes };
};

const pageEnvelopeSchema = v.object({ ...changesPageSchema.entries, changes: v.array(v.unknown()) });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (fault) {
    throw new BackendFailure('wait', 'an event that is not JSON', null, fault);
  }
};
