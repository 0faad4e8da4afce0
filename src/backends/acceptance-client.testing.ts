/**
 * One device of the acceptance suite: a session, a line that can fail, and a cache that stores what the feed tells by the
 * very rules of the portal. Every page is parsed as if it came from outside, because that is how the portal's own do.
 */
import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { v7 } from 'uuid';
import { changesPageSchema, type Change, type ChangesPage } from '../contract/change.ts';
import type { Answer } from '../contract/receipt.ts';
import { chunkBytes } from '../contract/version.ts';
import type { Action, ActionBody } from '../domain/action.ts';
import type { ActionId, TicketId } from '../domain/ids.ts';
import type { Partition } from '../domain/partition.ts';
import type { Person } from '../domain/person.ts';
import type { QuestionFlow } from '../domain/question-flow.ts';
import type { Article, Service } from '../domain/service.ts';
import type { Entry, Ticket } from '../domain/ticket.ts';
import { CacheDb, type CacheRow, type CursorRow } from '../store/cache-db.ts';
import { readCursor } from '../store/cache.ts';
import { storePage } from '../store/cache-pages.ts';
import { BackendFailure, type Backend, type Outgoing } from './backend.ts';

type SignIn = { readonly user: string; readonly password: string };

/** What an adapter brings: a desk that really runs, with people who may ask for things. */
export type AcceptanceDesk = {
  /** The real desk, with whatever stands between it and a browser. */
  readonly serve: (request: Request) => Promise<Response>;
  /** The adapter, over that line; `now` is the device's clock. */
  readonly openBackend: (fetch: typeof globalThis.fetch, now: () => number) => Backend;
  /** Does this request change what the desk holds on tickets? Those are the ones that go wrong. */
  readonly writes: (request: Request) => boolean;
  /** Two who ask for things, and one who has more than a hundred tickets already: no desk tells of those in one page. */
  readonly people: { readonly ada: SignIn; readonly ben: SignIn; readonly crowd: SignIn & { readonly tickets: number } };
  /** The title of a service that they may ask for, with at least two texts to fill in, one of them for many words. */
  readonly service: string;
  /** An analyst answers, by the desk's own id of the ticket. */
  readonly replies: (ticketId: TicketId, text: string) => Promise<void>;
  readonly resolves: (ticketId: TicketId) => Promise<void>;
  /** What the analyst sees on a ticket: every text that was written, every file by its name, each as often as it is there. */
  readonly sees: (ticketId: TicketId) => Promise<{ readonly texts: readonly string[]; readonly files: readonly string[] }>;
  readonly close: () => Promise<void>;
};

/** What can happen to one request; `arrives-late`: the device gave up on it, and the desk does it after the next try. */
export type LineFault = 'request-lost' | 'answer-lost' | 'html-503' | 'html-200' | 'error-500' | 'twice' | 'arrives-late';
/** What can happen to all of them, until it is over; none of them reaches the desk. */
export type Outage = 'no-network' | 'html-503' | 'html-200' | 'error-500';

/** What the device knows, as the feed told it: tickets have the desk's own ids. */
export type Known = {
  readonly person: Person | undefined;
  readonly partitions: readonly Partition[];
  readonly services: readonly Service[];
  readonly flows: readonly QuestionFlow[];
  readonly articles: readonly Article[];
  readonly tickets: readonly Ticket[];
  readonly entries: readonly Entry[];
};

/** What stays on the device when a session ends. */
type Device = { readonly cache: CacheDb; /** The desk's own ids, where it insisted on some. */ readonly deskIds: Map<TicketId, TicketId> };

export type Client = {
  readonly desk: AcceptanceDesk;
  readonly backend: Backend;
  readonly person: Person;
  readonly device: Device;
  readonly line: { readonly next: (fault: LineFault) => void; readonly fails: (outage: Outage | null) => void };
  /** As it was read last. */
  readonly known: Known;
  readonly cursor: () => Promise<CursorRow | null>;
  /** As somebody who has signed in, on an earlier device of theirs or on a new one. */
  readonly of: (person: Person, earlier?: Device) => Client;
  readonly deskId: (id: TicketId) => TicketId;
  readonly ticket: (id: TicketId) => Ticket;
  /** Everything on a ticket, in order. */
  readonly entriesOf: (id: TicketId) => readonly Entry[];
  /** Reads on from where the device stands; all it knows then. */
  readonly read: () => Promise<Known>;
  /** Reads on; what that brought. */
  readonly readOn: () => Promise<readonly Change[]>;
  /** As a tab does that read `page` from `since`; false where the page came too late to be stored. */
  readonly store: (since: CursorRow | null, page: ChangesPage) => Promise<boolean>;
  /** Until two readings in a row bring nothing: a desk that counts in seconds tells the last one twice. */
  readonly untilQuiet: () => Promise<void>;
  readonly outgoing: (action: Action, more?: Partial<Outgoing>) => Outgoing;
  /** Sends until there is an answer, as a device does: with a back-off, and knowing what it does not know. */
  readonly send: (action: Action, bytes?: ArrayBuffer) => Promise<Answer>;
};

/** What a person does on a ticket, now. */
export const actionOn = (ticketId: TicketId, body: ActionBody): Action => ({
  v: 1,
  id: v7() as ActionId,
  subject: { kind: 'ticket', id: ticketId },
  at: Date.now(),
  ...body,
});

export const connect = (desk: AcceptanceDesk): Client => {
  let waitedMs = 0;
  const line = createLine(desk);
  const backend = desk.openBackend(line.fetch, () => Date.now() + waitedMs);
  return clientOf({ desk, backend, line, wait: (ms) => (waitedMs += ms), elapsed: () => waitedMs }, null, newDevice());
};

const newDevice = (): Device => ({ cache: new CacheDb(`acceptance:${v7()}`), deskIds: new Map() });

type Line = {
  readonly fetch: typeof fetch;
  readonly next: (fault: LineFault) => void;
  readonly fails: (outage: Outage | null) => void;
  /** What was on its way all the time arrives. */
  readonly deliverLate: () => Promise<void>;
};

/** A browser's way of asking: cookies, no redirect followed, and one fault at a time. */
const createLine = (desk: AcceptanceDesk): Line => {
  const ask = asBrowser(desk);
  const late: Request[] = [];
  let nextFault: LineFault | null = null;
  let outage: Outage | null = null;

  const carry = async (request: Request): Promise<Response> => {
    if (outage !== null) return spoiled(outage);
    const fault = desk.writes(request.clone()) ? nextFault : null;
    if (fault === null) return ask(request);
    nextFault = null;
    if (fault === 'arrives-late') late.push(request);
    if (fault === 'request-lost' || fault === 'arrives-late') return spoiled('no-network');
    if (fault === 'twice') await ask(request.clone());
    const response = await ask(request);
    return fault === 'twice' ? response : spoiled(fault === 'answer-lost' ? 'no-network' : fault);
  };
  return {
    fetch: (input, init) => carry(new Request(input, { ...init, redirect: 'manual' })),
    next: (fault) => (nextFault = fault),
    fails: (kind) => (outage = kind),
    deliverLate: async () => {
      for (const request of late.splice(0)) await ask(request);
    },
  };
};

const asBrowser = (desk: AcceptanceDesk): ((request: Request) => Promise<Response>) => {
  const jar = new Map<string, string>();
  return async (request) => {
    const headers = new Headers(request.headers);
    if (jar.size > 0) headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await desk.serve(new Request(request, { headers }));
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
      if (/max-age=0|expires=[^;]*1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
};

const spoiled = (outage: Outage): Response => {
  const page = { headers: { 'Content-Type': 'text/html' } };
  switch (outage) {
    case 'no-network':
      throw new TypeError('the network went');
    case 'html-503':
      return new Response('<!doctype html><title>Back soon</title>', { status: 503, ...page });
    case 'html-200':
      return new Response('<!doctype html><title>Welcome to our Wi-Fi</title>', page);
    case 'error-500':
      return new Response('', { status: 500 });
  }
};

type Parts = {
  readonly desk: AcceptanceDesk;
  readonly backend: Backend;
  readonly line: Line;
  readonly wait: (ms: number) => void;
  readonly elapsed: () => number;
};

/** As it would be read from outside; the cursor alone is the adapter's own. */
const parsed = (page: ChangesPage): ChangesPage => ({ ...v.parse(changesPageSchema, { ...page, cursor: 'its own' }), cursor: page.cursor });

const backOffMs = 31_000;
const mostTries = 8;

const clientOf = (parts: Parts, person: Person | null, device: Device): Client => {
  const { desk, backend, line } = parts;
  const { cache, deskIds } = device;
  let known: Known = nothing;
  const here = (): Person => {
    if (!person) throw new Error('nobody is signed in');
    return person;
  };
  const deskId = (id: TicketId): TicketId => deskIds.get(id) ?? id;

  const readOn = async (): Promise<readonly Change[]> => {
    const brought: Change[] = [];
    for (let more = true; more;) {
      const since = await readCursor(cache);
      const page = parsed(await backend.changes(here().id, since?.cursor ?? null));
      if (!(await storePage(cache, since, page))) throw new Error(`the portal would not store a page at ${page.position} after one at ${since?.position}`);
      brought.push(...page.changes.filter(({ position }) => position > (since?.position ?? -1)));
      more = page.more;
    }
    known = await readKnown(cache, here());
    return brought;
  };

  const outgoing = (action: Action, more: Partial<Outgoing> = {}): Outgoing => ({
    action,
    outcomeUnknown: false,
    unknownSince: null,
    bytes: null,
    mappedId: deskIds.get(action.subject.id as TicketId) ?? null,
    ...more,
  });

  const trySending = async (action: Action, unknownSince: number | null, bytes: ArrayBuffer | undefined): Promise<Answer | null> => {
    const inline = backend.capabilities.files.mode === 'inline' ? (bytes ?? null) : null;
    const [answer] = await backend.perform(here().id, [outgoing(action, { outcomeUnknown: unknownSince !== null, unknownSince, bytes: inline })]);
    return answer === undefined || answer.outcome === 'not-attempted' ? null : answer;
  };

  const send = async (action: Action, bytes?: ArrayBuffer): Promise<Answer> => {
    let unknownSince: number | null = null;
    for (let tries = 0; tries < mostTries; tries += 1) {
      try {
        const answer = await trySending(action, unknownSince, bytes);
        if (tries > 0) await line.deliverLate();
        if (answer?.outcome === 'applied') {
          if (answer.madeId) deskIds.set(action.subject.id as TicketId, answer.madeId);
          if (bytes && action.kind === 'attach') await upload(backend, here(), action.data.file, bytes);
        }
        if (answer) return answer;
      } catch (fault) {
        // A session that seems to be over: they sign in again, and it goes on.
        if (!(fault instanceof BackendFailure) || !['wait', 'sign-in-again'].includes(fault.kind)) throw fault;
        if (!fault.beforeSending) unknownSince = Date.now() + parts.elapsed();
      }
      parts.wait(backOffMs);
    }
    throw new Error(`no answer after ${mostTries} tries`);
  };

  return {
    desk,
    backend,
    device,
    deskId,
    readOn,
    send,
    outgoing,
    line,
    get person() {
      return here();
    },
    get known() {
      return known;
    },
    cursor: () => readCursor(cache),
    of: (somebody, earlier) => clientOf(parts, somebody, earlier ?? newDevice()),
    ticket: (id) => {
      const found = known.tickets.find((ticket) => ticket.id === deskId(id));
      if (!found) throw new Error(`no ticket ${id}`);
      return found;
    },
    entriesOf: (id) => known.entries.filter(({ ticketId }) => ticketId === deskId(id)).sort((one, other) => one.at - other.at),
    read: async () => {
      await readOn();
      return known;
    },
    store: (since, page) => storePage(cache, since, page),
    untilQuiet: async () => {
      for (let quiet = 0; quiet < 2;) {
        quiet = (await readOn()).length === 0 ? quiet + 1 : 0;
        await new Promise((resolve) => setTimeout(resolve, 600));
      }
    },
  };
};

const upload = async (backend: Backend, person: Person, file: Parameters<Backend['uploadState']>[1], bytes: ArrayBuffer): Promise<void> => {
  let state = await backend.uploadState(person.id, file);
  while (!state.arrived) {
    state = await backend.uploadChunk(person.id, file, state.receivedBytes, bytes.slice(state.receivedBytes, state.receivedBytes + chunkBytes));
  }
};

const nothing: Known = { person: undefined, partitions: [], services: [], flows: [], articles: [], tickets: [], entries: [] };

const readKnown = async (cache: CacheDb, { id }: Person): Promise<Known> => ({
  person: (await cache.people.get(id))?.body ?? undefined,
  partitions: bodiesOf(await cache.partitions.toArray()),
  services: bodiesOf(await cache.services.toArray()),
  flows: bodiesOf(await cache.flows.toArray()),
  articles: bodiesOf(await cache.articles.toArray()),
  tickets: bodiesOf(await cache.tickets.toArray()),
  entries: bodiesOf(await cache.entries.toArray()),
});

const bodiesOf = <Id, Body>(rows: readonly CacheRow<Id, Body>[]): readonly Body[] => rows.flatMap(({ body }) => (body === null ? [] : [body]));
