/** The adapter for the reference backend: our own words over HTTP, so it only sends, parses and classifies. */
import ky, { type KyInstance, type Options } from 'ky';
import * as v from 'valibot';
import { actionsResponseSchema } from '../../contract/actions-exchange.ts';
import { changeSchema, changesPageSchema, type ChangesPage } from '../../contract/change.ts';
import { uploadStateSchema } from '../../contract/file-transfer.ts';
import { personHeader, routes, versionHeader } from '../../contract/routes.ts';
import { sessionSchema } from '../../contract/session.ts';
import { batchLimits, wireVersion } from '../../contract/version.ts';
import { actionKinds } from '../../domain/action.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { FileManifest } from '../../domain/ticket.ts';
import { BackendFailure, type Backend, type Capabilities, type Outgoing } from '../backend.ts';
import { failureOf, isJson } from './classify-answer.ts';
import { readEvents } from './event-stream.ts';

export type PortalHttpSettings = {
  /** Address of the backend; empty for the portal's own origin. */
  readonly address: string;
  readonly fetch?: typeof fetch;
  /** How long one request may take without an answer, in milliseconds: lie-fi accepts and never answers. */
  readonly timeoutMs?: number;
};

const capabilities: Capabilities = {
  idempotency: 'by-action-id',
  batch: { maxActions: batchLimits.actions, maxBytes: batchLimits.bytes },
  requestsAtOnce: 4,
  files: { ...fileLimits, mode: 'resumable' },
  actions: actionKinds,
  live: true,
};

export const createPortalHttpBackend = (settings: PortalHttpSettings): Backend => {
  const http = ky.create({
    ...(settings.fetch ? { fetch: settings.fetch } : {}),
    credentials: settings.address === '' ? 'same-origin' : 'include',
    redirect: 'manual',
    cache: 'no-store',
    // One back-off, ours: a library that retries by itself hides what happened and breaks Retry-After.
    retry: 0,
    // What a refusal means is in its body, and ky reads that away when it makes an error of it.
    throwHttpErrors: false,
    timeout: settings.timeoutMs ?? 30_000,
    headers: { Accept: 'application/json', [versionHeader]: String(wireVersion) },
  });
  const at = (path: string) => `${settings.address}${path}`;

  return {
    capabilities,
    whoAmI: async () => {
      const { person, serverTime } = await ask(http, 'get', at(routes.session), {}, sessionSchema);
      return { person, serverTime };
    },
    signIn: async (user, password) => {
      const response = await send(http, 'post', at(routes.session), { json: { user, password } });
      if (response.status === 401 && isJson(response)) return null;
      if (!response.ok) throw await failureOf(response);
      return (await parseBody(response, sessionSchema)).person;
    },
    signOut: async () => {
      const response = await send(http, 'delete', at(routes.session), {});
      // Nobody signed in any more is what was wanted.
      if (!response.ok && response.status !== 401) throw await failureOf(response);
    },
    perform: async (person, batch) => {
      const body = { actions: batch.map((outgoing) => outgoing.action) };
      const response = await ask(http, 'post', at(routes.actions), { json: body, headers: forPerson(person) }, actionsResponseSchema);
      requireEcho(person, batch, response);
      return response.answers;
    },
    changes: async (person, since) => {
      const searchParams = since === null ? {} : { since };
      return readPage(await ask(http, 'get', at(routes.changes), { searchParams, headers: forPerson(person) }, v.unknown()));
    },
    listen: async (person, since, onPage, signal) => {
      const response = await succeed(http, 'get', at(routes.changes), {
        searchParams: since === null ? {} : { since },
        headers: { ...forPerson(person), Accept: 'text/event-stream' },
        timeout: false,
        signal,
      });
      await readEvents(response, async (data) => onPage(readPage(parseJson(data))), signal);
    },
    uploadState: (person, file) => ask(http, 'get', at(routes.upload(file.id)), { headers: forPerson(person) }, uploadStateSchema),
    uploadChunk: (person, file, offset, bytes) =>
      ask(
        http,
        'put',
        at(routes.upload(file.id)),
        { searchParams: { offset }, body: bytes, headers: { ...forPerson(person), 'Content-Type': 'application/octet-stream' }, timeout: 120_000 },
        uploadStateSchema,
      ),
    download: async (person, file) => {
      const response = await succeed(http, 'get', at(routes.file(file.id)), { headers: { ...forPerson(person), Accept: '*/*' }, timeout: 120_000 });
      return fileOf(response, file);
    },
  };
};

const forPerson = (person: PersonId): Record<string, string> => ({ [personHeader]: person });

/** A request whose answer must be a success; everything else is a failure of some kind. */
const succeed = async (http: KyInstance, method: string, address: string, options: Options): Promise<Response> => {
  const response = await send(http, method, address, options);
  if (!response.ok) throw await failureOf(response);
  return response;
};

/** Any answer, but for a redirect: that is somebody else's log-in page. */
const send = async (http: KyInstance, method: string, address: string, options: Options): Promise<Response> => {
  const response = await answered(http, method, address, options);
  if (response.type === 'opaqueredirect') throw await failureOf(response);
  return response;
};

const answered = async (http: KyInstance, method: string, address: string, options: Options): Promise<Response> => {
  try {
    return await http(address, { method, ...options });
  } catch (fault) {
    throw new BackendFailure('wait', 'no answer', null, fault);
  }
};

const ask = async <Schema extends v.GenericSchema>(http: KyInstance, method: string, address: string, options: Options, schema: Schema): Promise<v.InferOutput<Schema>> =>
  parseBody(await succeed(http, method, address, options), schema);

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
  const echoed = response.person === person && response.answers.length === batch.length && response.answers.every((answer, index) => answer.id === batch[index]?.action.id);
  if (!echoed) throw new BackendFailure('wait', 'an answer that echoes other actions');
};

/** A page whose changes are parsed one by one: one of a kind that this version does not know is left out, the rest is kept. */
const readPage = (body: unknown): ChangesPage => {
  const envelope = v.safeParse(pageEnvelopeSchema, body);
  if (!envelope.success) throw new BackendFailure('wait', 'a page without our envelope');
  const changes = envelope.output.changes.flatMap((change) => {
    const parsed = v.safeParse(changeSchema, change);
    return parsed.success ? [parsed.output] : [];
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
