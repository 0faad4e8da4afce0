/** The half of the adapter that sends: all that is needed to empty an outbox. */
import type * as v from 'valibot';
import { actionsResponseSchema } from '../../contract/actions-exchange.ts';
import { uploadStateSchema } from '../../contract/file-transfer.ts';
import { routes } from '../../contract/routes.ts';
import type { PersonId } from '../../domain/ids.ts';
import { BackendFailure, type Outgoing, type Sender } from '../backend.ts';
import { ask, forPerson, send } from './ask.ts';
import { failureOf } from './classify-answer.ts';
import { portalHttpCapabilities } from './portal-http-capabilities.ts';
import type { SendRequest } from '../send-request.ts';

export const createPortalHttpSender = (http: SendRequest): Sender => ({
  capabilities: portalHttpCapabilities,
  signOut: async () => {
    const response = await send(http, 'DELETE', routes.session, {});
    // Nobody signed in any more is what was wanted.
    if (!response.ok && response.status !== 401) throw await failureOf(response);
  },
  // What is sent twice is done once: there is nothing to ask first.
  prepareToSend: () => Promise.resolve(),
  perform: async (person, batch) => {
    const json = { actions: batch.map((outgoing) => outgoing.action) };
    const response = await ask(http, 'POST', routes.actions, { json, headers: forPerson(person) }, actionsResponseSchema);
    requireEcho(person, batch, response);
    return response.answers;
  },
  uploadState: (person, file) => ask(http, 'GET', routes.upload(file.id), { headers: forPerson(person) }, uploadStateSchema),
  uploadChunk: (person, file, offset, bytes) => {
    const headers = { ...forPerson(person), 'Content-Type': 'application/octet-stream' };
    return ask(http, 'PUT', routes.upload(file.id), { searchParams: { offset }, body: bytes, headers, timeoutMs: chunkTimeoutMs }, uploadStateSchema);
  },
});

/** Of one chunk, over a thin line. */
const chunkTimeoutMs = 120_000;

/** One answer for each action, under its own id and for the right person; anything else is not an answer to this. */
const requireEcho = (person: PersonId, batch: readonly Outgoing[], response: v.InferOutput<typeof actionsResponseSchema>): void => {
  const echoed =
    response.person === person && response.answers.length === batch.length && response.answers.every((answer, index) => answer.id === batch[index]?.action.id);
  if (!echoed) throw new BackendFailure('wait', 'an answer that echoes other actions');
};
