/** The adapter for the reference backend: our own words over HTTP, so it only sends, parses and classifies. */
import * as v from 'valibot';
import { changeSchema, changesPageSchema, type ChangesPage } from '../../contract/change.ts';
import { loadFlow } from '../../contract/load-flow.ts';
import { routes } from '../../contract/routes.ts';
import { heardSignalSchema } from '../../contract/signal.ts';
import { sessionSchema } from '../../contract/session.ts';
import type { FileManifest } from '../../domain/ticket.ts';
import { BackendFailure, type Backend } from '../backend.ts';
import { ask, forPerson, parseBody, send, succeed } from './ask.ts';
import { isJson } from '../read-answer.ts';
import { failureOf } from './classify-answer.ts';
import { readEvents } from './event-stream.ts';
import { createPortalHttpRequest } from './create-request.ts';
import { createPortalHttpSender } from './portal-http-sender.ts';
import type { HttpSettings } from '../send-request.ts';

export const createPortalHttpBackend = (settings: HttpSettings): Backend => {
  const http = createPortalHttpRequest(settings);

  return {
    ...createPortalHttpSender(http),
    signIn: async (user, password) => {
      const response = await send(http, 'POST', routes.session, { json: { user, password } });
      if (response.status === 401 && isJson(response)) return null;
      if (!response.ok) throw await failureOf(response);
      return (await parseBody(response, sessionSchema)).person;
    },
    changes: async (person, since) => {
      const searchParams = since === null ? {} : { since };
      return readPage(await ask(http, 'GET', routes.changes, { searchParams, headers: forPerson(person) }, v.unknown()));
    },
    listen: async (person, since, onPage, signal, onSignal) => {
      const searchParams = since === null ? {} : { since };
      const headers = { ...forPerson(person), Accept: 'text/event-stream' };
      const response = await succeed(http, 'GET', routes.changes, { searchParams, headers, timeoutMs: null, signal });
      const onEvent = async (data: string, event: string): Promise<void> => {
        if (event === 'message') return onPage(readPage(parseJson(data)));
        // What nobody keeps is not worth a broken line where this version does not know it.
        const heard = v.safeParse(v.pipe(v.string(), v.parseJson(), heardSignalSchema), data);
        if (heard.success) onSignal?.(heard.output);
      };
      await readEvents(response, onEvent, signal);
    },
    signal: async (person, signal) => {
      await ask(http, 'POST', routes.signals, { json: signal, headers: forPerson(person) }, v.object({ portico: v.literal(1) }));
    },
    conversation: () => Promise.reject(new BackendFailure('not-there', 'it came with the feed')),
    download: async (person, file) => {
      const headers = { ...forPerson(person), Accept: '*/*' };
      return fileOf(await succeed(http, 'GET', routes.file(file.id), { headers, timeoutMs: downloadTimeoutMs }), file);
    },
  };
};

/** Of a whole file, which may be 25 MB over a thin line. */
const downloadTimeoutMs = 600_000;

/** The bytes that were promised: half of them, or the page of a captive portal, are no file. */
const fileOf = async (response: Response, file: FileManifest): Promise<Blob> => {
  const blob = await response.blob().catch((fault: unknown) => {
    throw new BackendFailure('wait', 'the download broke', null, fault);
  });
  if (blob.size !== file.sizeBytes) throw new BackendFailure('wait', 'other bytes than the file has');
  return blob;
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
