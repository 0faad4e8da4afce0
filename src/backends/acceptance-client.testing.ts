/** One device of the acceptance suite: a session, a line that can fail, and what the feed has told it. */
import type { Change, Cursor } from '../contract/change.ts';
import type { Answer } from '../contract/receipt.ts';
import { chunkBytes } from '../contract/version.ts';
import { v7 } from 'uuid';
import type { Action, ActionBody } from '../domain/action.ts';
import type { ActionId, EntryId, TicketId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { QuestionFlow } from '../domain/question-flow.ts';
import type { Article, Service } from '../domain/service.ts';
import type { Entry, Ticket } from '../domain/ticket.ts';
import { BackendFailure, type Backend, type Outgoing } from './backend.ts';

/** What an adapter brings: a desk that runs, with two people who may ask for things. */
export type AcceptanceDesk = {
  /** The real desk, whatever is between. */
  readonly serve: (request: Request) => Promise<Response>;
  /** The adapter, over that line; `now` is the device's clock. */
  readonly openBackend: (fetch: typeof globalThis.fetch, now: () => number) => Backend;
  readonly people: Readonly<Record<'ada' | 'ben', { readonly password: string }>>;
  /** The title of a service that ada may ask for. */
  readonly service: string;
  /** An analyst answers, by the desk's own id of the ticket. */
  readonly replies: (ticketId: TicketId, text: string) => Promise<void>;
  readonly resolves: (ticketId: TicketId) => Promise<void>;
};

/** What can happen to the next request that writes. */
type LineFault = 'request-lost' | 'answer-lost' | 'html-instead' | 'error-after' | 'twice';

type Known = {
  readonly services: Map<string, Service>;
  readonly flows: Map<string, QuestionFlow>;
  readonly articles: Map<string, Article>;
  readonly tickets: Map<TicketId, Ticket>;
  readonly entries: Map<EntryId, Entry>;
  readonly entriesOf: (ticketId: TicketId) => readonly Entry[];
};

export type Client = {
  readonly desk: AcceptanceDesk;
  readonly backend: Backend;
  readonly person: Person;
  readonly line: { readonly next: (fault: LineFault) => void };
  readonly known: Known;
  readonly cursor: Cursor | null;
  /** As somebody who has signed in; with what an earlier device of theirs has read, to read on from there. */
  readonly of: (person: Person, earlier?: Client) => Client;
  readonly ticket: (id: TicketId) => Ticket;
  /** All there is, read on from where the device stands. */
  readonly read: () => Promise<Known>;
  /** Reads on; what that brought. */
  readonly readOn: () => Promise<readonly Change[]>;
  /** Until two readings in a row bring nothing: a desk that counts in seconds tells the last one twice. */
  readonly untilQuiet: () => Promise<void>;
  readonly outgoing: (action: Action) => Outgoing;
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
  let nextFault: LineFault | null = null;
  const jar = new Map<string, string>();
  const line = createLine(desk, jar, () => {
    const fault = nextFault;
    nextFault = null;
    return fault;
  });
  const backend = desk.openBackend(line, () => Date.now() + waitedMs);
  return clientOf({ desk, backend, fail: (fault) => (nextFault = fault), wait: (ms) => (waitedMs += ms), elapsed: () => waitedMs });
};

/** A browser's way of asking: cookies, no redirect followed, and one fault at a time. */
const createLine = (desk: AcceptanceDesk, jar: Map<string, string>, takeFault: () => LineFault | null): typeof fetch => {
  const ask = async (request: Request): Promise<Response> => {
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
  return async (input, init) => {
    const request = new Request(input, { ...init, redirect: 'manual' });
    const fault = isWrite(request) ? takeFault() : null;
    if (fault === 'request-lost') throw new TypeError('the network went');
    if (fault === 'twice') await ask(request.clone());
    const response = await ask(request);
    switch (fault) {
      case 'answer-lost':
        throw new TypeError('the network went');
      case 'html-instead':
        return new Response('<!doctype html><title>Welcome</title>', { status: 503, headers: { 'Content-Type': 'text/html' } });
      case 'error-after':
        return new Response('', { status: 500 });
      default:
        return response;
    }
  };
};

const isWrite = ({ method, url }: Request): boolean => method !== 'GET' && !/session|NoAuth/.test(url);

type Parts = {
  readonly desk: AcceptanceDesk;
  readonly backend: Backend;
  readonly fail: (fault: LineFault) => void;
  readonly wait: (ms: number) => void;
  readonly elapsed: () => number;
};

const clientOf = (parts: Parts, person: Person | null = null, earlier?: Client): Client => {
  const { desk, backend } = parts;
  const known = copyOf(earlier?.known);
  const mapped = new Map<string, TicketId>();
  let cursor: Cursor | null = earlier?.cursor ?? null;
  const here = (): Person => {
    if (!person) throw new Error('nobody is signed in');
    return person;
  };

  const readOn = async (): Promise<readonly Change[]> => {
    const brought: Change[] = [];
    for (;;) {
      const page = await backend.changes(here().id, cursor);
      cursor = page.cursor;
      for (const change of page.changes) learn(known, change);
      brought.push(...page.changes);
      if (!page.more) return brought;
    }
  };

  const outgoing = (action: Action, more: Partial<Outgoing> = {}): Outgoing => ({
    action,
    outcomeUnknown: false,
    unknownSince: null,
    bytes: null,
    mappedId: mapped.get(action.subject.id) ?? null,
    ...more,
  });

  const send = async (action: Action, bytes?: ArrayBuffer): Promise<Answer> => {
    let unknownSince: number | null = null;
    for (let tries = 0; tries < 8; tries += 1) {
      try {
        const inline = backend.capabilities.files.mode === 'inline' ? (bytes ?? null) : null;
        const [answer] = await backend.perform(here().id, [outgoing(action, { outcomeUnknown: unknownSince !== null, unknownSince, bytes: inline })]);
        if (answer && answer.outcome !== 'not-attempted') {
          if (answer.outcome === 'applied' && answer.madeId) mapped.set(action.subject.id, answer.madeId);
          if (bytes && action.kind === 'attach' && answer.outcome === 'applied') await upload(backend, here(), action.data.file, bytes);
          return answer;
        }
      } catch (fault) {
        if (!(fault instanceof BackendFailure) || fault.kind !== 'wait') throw fault;
        unknownSince ??= Date.now() + parts.elapsed();
      }
      parts.wait(31_000);
    }
    throw new Error('no answer after many tries');
  };

  return {
    desk,
    backend,
    known,
    readOn,
    send,
    outgoing,
    get person() {
      return here();
    },
    get cursor() {
      return cursor;
    },
    line: { next: parts.fail },
    of: (somebody, theirs) => clientOf(parts, somebody, theirs),
    ticket: (id) => {
      const found = known.tickets.get(id);
      if (!found) throw new Error(`no ticket ${id}`);
      return found;
    },
    read: async () => {
      await readOn();
      return known;
    },
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

const copyOf = (earlier: Known | undefined): Known => {
  const entries = new Map(earlier?.entries);
  return {
    entries,
    services: new Map(earlier?.services),
    flows: new Map(earlier?.flows),
    articles: new Map(earlier?.articles),
    tickets: new Map(earlier?.tickets),
    entriesOf: (ticketId) => [...entries.values()].filter((entry) => entry.ticketId === ticketId).sort((one, other) => one.at - other.at),
  };
};

const learn = (known: Known, change: Change): void => {
  switch (change.kind) {
    case 'service':
      known.services.set(change.body.id, change.body);
      return;
    case 'flow':
      known.flows.set(`${change.body.id}@${change.body.version}`, change.body);
      return;
    case 'article':
      known.articles.set(change.body.id, change.body);
      return;
    case 'ticket':
      known.tickets.set(change.body.id, change.body);
      return;
    case 'entry':
      known.entries.set(change.body.id, change.body);
      return;
    default:
  }
};
