/**
 * The adapter for Request Tracker 5 (REST 2.0), signed in by RT's own session cookie on the portal's origin. RT knows no
 * idempotency key, no feed and no chase: how each is made of what it has stands in the files beside this one.
 */
import type { RequestTrackerSettings } from '../../contract/request-tracker-settings.ts';
import type { Answer } from '../../contract/receipt.ts';
import { BackendFailure, type Backend } from '../backend.ts';
import { createSendRequest, type HttpSettings } from '../send-request.ts';
import { placed } from '../place-news.ts';
import { createAskRt } from './ask.ts';
import { bytesOfBase64 } from './base64.ts';
import type { Memory } from './find-written.ts';
import { performOne } from './perform.ts';
import { changesOf, gone, readChanges } from './read-changes.ts';
import { readTickets } from './read-conversation.ts';
import { requestTrackerCapabilities } from './request-tracker-capabilities.ts';
import { signInAt, signOutAt, verifyPerson } from './session.ts';
import { attachmentBodySchema } from './wire.ts';

/** Who asks first who is there has sent nothing yet: without a network, nothing is left in doubt. */
const nothingWasSent = (fault: unknown): never => {
  if (!(fault instanceof BackendFailure)) throw fault;
  throw new BackendFailure(fault.kind, 'before anything was sent', fault.retryAfterMs, fault, true);
};

/** `now`: the device's clock, in milliseconds. */
export const createRequestTrackerBackend = (settings: RequestTrackerSettings, http: Partial<HttpSettings> = {}, now: () => number = Date.now): Backend => {
  const send = createSendRequest({ address: settings.address, ...http });
  const ask = createAskRt(send);
  /** Of this session: what it has found of its own. */
  const memory: Memory = { found: new Set(), blind: new Set() };

  return {
    capabilities: requestTrackerCapabilities({ mayChase: settings.chase !== undefined, mayResolve: settings.resolveStatus !== undefined }),
    signIn: (user, password) => signInAt(send, ask, user, password),
    signOut: () => signOutAt(send),
    prepareToSend: async (person) => {
      await verifyPerson(ask, person, settings);
    },
    perform: async (person, batch) => {
      const verified = await verifyPerson(ask, person, settings).catch(nothingWasSent);
      const answers: Answer[] = [];
      for (const outgoing of batch) answers.push(await performOne({ ask, memory, ...verified, now: now() }, outgoing));
      return answers;
    },
    changes: async (person, since) => readChanges({ ask, ...(await verifyPerson(ask, person, settings)), now: now() }, since),
    listen: () => Promise.reject(new BackendFailure('wait', 'Request Tracker has no live channel')),
    conversation: async (person, ticketId, position) => {
      const { reader } = await verifyPerson(ask, person, settings);
      const [said] = await readTickets(ask, [ticketId], reader);
      return placed(said ? changesOf(said) : gone('ticket', [ticketId], []), position);
    },
    // The bytes went with the action.
    uploadState: (_, { sizeBytes }) => Promise.resolve({ portico: 1, receivedBytes: sizeBytes, arrived: true }),
    uploadChunk: () => Promise.reject(new BackendFailure('wait', 'files go with their action')),
    download: async (person, file) => {
      await verifyPerson(ask, person, settings);
      const { Content } = await ask.read(`/attachment/${Number(file.id.replace(/^att-/, ''))}`, {}, attachmentBodySchema);
      return new Blob([bytesOfBase64(Content)], { type: file.type });
    },
  };
};
