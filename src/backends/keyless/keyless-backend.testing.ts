/**
 * The adapter for a desk without idempotency. Our action id goes into the desk's one searchable field with whatever it
 * makes; an action whose outcome is unknown is looked up there before anything is sent again.
 */
import * as v from 'valibot';
import type { Change, Cursor } from '../../contract/change.ts';
import { givenId, instant } from '../../contract/ids.ts';
import { personSchema } from '../../contract/person.ts';
import { refusalSchema, type Answer } from '../../contract/receipt.ts';
import { entrySchema, ticketSchema } from '../../contract/ticket.ts';
import type { Action } from '../../domain/action.ts';
import { fileLimits } from '../../domain/file-limits.ts';
import type { EntryId, PersonId, TicketId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { BackendFailure, type Backend, type Capabilities, type Outgoing } from '../backend.ts';
import { createAskKeyless, type AskKeyless } from './ask-keyless.testing.ts';

const capabilities: Capabilities = {
  idempotency: 'looked-up',
  batch: { maxActions: 1, maxBytes: 256_000 },
  requestsAtOnce: 4,
  files: { ...fileLimits, mode: 'two-step' },
  actions: ['raise-ticket', 'reply', 'attach', 'chase', 'resolve', 'reopen', 'mark-read'],
  live: false,
  chat: false,
  conversations: 'with-the-feed',
};

export const createKeylessBackend = (settings: { readonly address: string; readonly fetch: typeof fetch }): Backend => {
  const ask = createAskKeyless(settings);
  return {
    capabilities,
    signIn: async (user, password) =>
      (await ask({ method: 'POST', path: '/login', json: { user, password } }, v.object({ person: v.optional(personSchema) }))).person ?? null,
    signOut: async () => {
      await ask({ method: 'POST', path: '/logout' }, v.object({}));
    },
    prepareToSend: () => Promise.resolve(),
    perform: async (person, batch) => {
      const answers: Answer[] = [];
      for (const outgoing of batch) answers.push(await performOne(ask, person, outgoing));
      return answers;
    },
    changes: (person, since) => readRevisions(ask, person, since),
    listen: () => Promise.reject(new BackendFailure('wait', 'this desk has no live channel')),
    conversation: () => Promise.reject(new BackendFailure('not-there', 'it came with the feed')),
    uploadState: async (person, file) => uploadStateOf(await ask({ method: 'GET', path: `/attachments/${file.id}`, person }, heldSchema)),
    uploadChunk: async (person, file, offset, bytes) =>
      uploadStateOf(await ask({ method: 'PUT', path: `/attachments/${file.id}?offset=${offset}`, person, bytes }, heldSchema)),
    download: () => Promise.reject(new BackendFailure('not-there', 'this desk hands out no files')),
  };
};

const hitSchema = v.object({ at: instant, revision: v.number(), caseId: givenId<TicketId>() });
type Hit = v.InferOutput<typeof hitSchema>;

/** Never a blind re-send: what is not known is asked first, and what stays in doubt is for a person to look at. */
const performOne = async (ask: AskKeyless, person: PersonId, { action, outcomeUnknown, mappedId }: Outgoing): Promise<Answer> => {
  const hits = outcomeUnknown ? await lookUp(ask, person, action) : [];
  if (hits.length > 1) return { outcome: 'refused', id: action.id, at: Math.max(...hits.map(({ at }) => at)), refusal: { kind: 'please-check' } };
  return hits[0] ? receiptOf(action, hits[0]) : send(ask, person, action, mappedId);
};

const lookUp = async (ask: AskKeyless, person: PersonId, action: Action): Promise<readonly Hit[]> =>
  (await ask({ method: 'GET', path: `/find?reference=${action.id}`, person }, v.object({ hits: v.array(hitSchema) }))).hits;

const receiptOf = (action: Action, { at, revision, caseId }: Hit): Answer => ({
  outcome: 'applied',
  id: action.id,
  at,
  position: revision,
  ...(action.kind === 'raise-ticket' ? { madeId: caseId, number: `INC${caseId}` } : {}),
});

const sentSchema = v.object({
  reference: v.string(),
  at: v.optional(instant),
  revision: v.optional(v.number()),
  caseId: v.optional(givenId<TicketId>()),
  refusal: v.optional(refusalSchema),
});

const send = async (ask: AskKeyless, person: PersonId, action: Action, mappedId: TicketId | null): Promise<Answer> => {
  const path = action.kind === 'raise-ticket' ? '/cases' : `/cases/${mappedId ?? action.subject.id}`;
  const { kind, data } = action;
  const sent = await ask({ method: 'POST', path, person, json: { reference: action.id, at: action.at, body: { kind, data } } }, sentSchema);
  if (sent.reference !== action.id) throw new BackendFailure('wait', 'an answer that echoes another action');
  if (sent.refusal) return { outcome: 'refused', id: action.id, at: sent.at ?? action.at, refusal: sent.refusal as Refusal };
  return receiptOf(action, v.parse(hitSchema, sent));
};

const heldSchema = v.object({ held: v.number(), complete: v.boolean() });
const uploadStateOf = ({ held, complete }: v.InferOutput<typeof heldSchema>) => ({ portico: 1 as const, receivedBytes: held, arrived: complete });

const referenced = { reference: v.nullable(v.string()), revision: v.number() };
const revisionsSchema = v.union([
  v.object({
    feed: v.string(),
    revision: v.number(),
    now: instant,
    catalogue: v.nullable(v.looseObject({ person: personSchema, partition: v.unknown(), services: v.array(v.unknown()), flows: v.array(v.unknown()) })),
    cases: v.array(v.object({ ...referenced, ticket: ticketSchema })),
    notes: v.array(v.object({ ...referenced, entry: entrySchema })),
  }),
  v.object({ expired: v.literal(true) }),
]);

const readRevisions = async (ask: AskKeyless, person: PersonId, since: Cursor | null) => {
  const [feed, position] = (since ?? ':0').split(':');
  const read = await ask({ method: 'GET', path: `/revisions?feed=${encodeURIComponent(feed ?? '')}&since=${position}`, person }, revisionsSchema);
  if ('expired' in read) throw new BackendFailure('start-over', 'another feed');
  const changes: Change[] = [
    ...catalogueChanges(read.catalogue),
    ...read.cases.map(({ revision, ticket }): Change => ({ kind: 'ticket', position: revision, body: ticket })),
    // The device knows what it did under the id that it gave; what came with it keeps the desk's.
    ...read.notes.map(({ revision, reference, entry }): Change => ({
      kind: 'entry',
      position: revision,
      body: { ...entry, id: (reference ?? entry.id) as EntryId },
    })),
  ];
  return { portico: 1 as const, changes, position: read.revision, cursor: `${read.feed}:${read.revision}` as Cursor, more: false, serverTime: read.now };
};

type Catalogue = Extract<v.InferOutput<typeof revisionsSchema>, { readonly feed: string }>['catalogue'];

const catalogueChanges = (catalogue: Catalogue): readonly Change[] =>
  catalogue === null
    ? []
    : ([
        { kind: 'person', position: 1, body: catalogue.person },
        { kind: 'partition', position: 1, body: catalogue.partition },
        ...catalogue.services.map((body: unknown) => ({ kind: 'service', position: 1, body })),
        ...catalogue.flows.map((body: unknown) => ({ kind: 'flow', position: 1, body })),
      ] as Change[]);
