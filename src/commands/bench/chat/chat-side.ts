/**
 * One side of a chat, as a device is one: it reads a stream that it resumes at its cursor, and sends what it performs in
 * order, each until it is answered. Its line may be cut at any moment.
 */
import { Agent, request, type ClientRequest } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import { personHeader, routes } from '../../../contract/routes.ts';
import type { Action } from '../../../domain/action.ts';

/** A line of the chat as it was read. */
export type Said = { readonly id: string; readonly by: string; readonly text: string };

export type ChatSide = {
  readonly personId: string;
  /** What was said in its chat, in the order it was read; what was read twice is here twice. */
  readonly heard: readonly Said[];
  /** Resolves when the first page has been read. */
  readonly listen: () => Promise<void>;
  /** Resolves when it is done; rejects when it was refused. */
  readonly perform: (action: Action) => Promise<void>;
  /** Breaks the stream and whatever is being sent. */
  readonly cut: () => void;
  readonly close: () => void;
};

export type SideSetting = {
  readonly personId: string;
  readonly cookie: string;
  readonly ticketId: string;
  /** Where to ask the next time; each time anew, for it may have moved. */
  readonly address: () => string;
  /** How long it waits before it asks again. */
  readonly againMs: () => number;
  readonly onHeard: (said: Said) => void;
};

export const createSide = ({ personId, cookie, ticketId, address, againMs, onHeard }: SideSetting): ChatSide => {
  const heard: Said[] = [];
  const headers = { Cookie: cookie, [personHeader]: personId };
  const agent = new Agent({ keepAlive: true });
  const underWay = new Set<ClientRequest>();
  let cursor: string | null = null;
  let isClosed = false;
  let sending: Promise<void> = Promise.resolve();
  const ask = (asking: Asking): Promise<string> => send({ ...asking, address: address(), headers, agent, underWay });

  const takePage = ({ data, id: reached }: StreamEvent): void => {
    // An analyst's pages are mostly of the chats of others: a crowd in one process opens only what is its own.
    const { changes } = data.includes(ticketId) ? v.parse(pageSchema, JSON.parse(data)) : { changes: [] };
    for (const change of changes) {
      const entry = v.safeParse(changeSchema, change);
      if (!entry.success || entry.output.body.ticketId !== ticketId) continue;
      const { body } = entry.output;
      const said = { id: body.id, by: body.by.id, text: body.body.text };
      heard.push(said);
      onHeard(said);
    }
    cursor = reached;
  };
  const listenAgain = async (onPage: () => void): Promise<void> => {
    while (!isClosed) {
      const path = cursor === null ? routes.changes : `${routes.changes}?since=${encodeURIComponent(cursor)}`;
      const onEvent = (event: StreamEvent): void => {
        takePage(event);
        onPage();
      };
      await ask({ path, onEvent }).catch(ignoreLost);
      if (!isClosed) await delay(againMs());
    }
  };
  const deliver = async (action: Action): Promise<void> => {
    for (const body = JSON.stringify({ actions: [action] }); !isClosed;) {
      const answer = await ask({ path: routes.actions, body }).catch(ignoreLost);
      if (answer === null) {
        await delay(againMs());
        continue;
      }
      const [first] = v.parse(answersSchema, JSON.parse(answer)).answers;
      if (first?.outcome === 'applied') return;
      // Not attempted is said of what may yet be done: it comes again.
      if (first?.outcome === 'refused') throw new Error(`${action.kind} of ${personId} was refused: ${answer}`);
    }
  };
  return {
    personId,
    heard,
    listen: () => new Promise((resolve, reject) => void listenAgain(resolve).catch(reject)),
    perform: (action) => {
      const done = sending.then(() => deliver(action));
      sending = done.catch(() => undefined);
      return done;
    },
    cut: () => underWay.forEach((asked) => asked.destroy()),
    close: () => {
      isClosed = true;
      underWay.forEach((asked) => asked.destroy());
      agent.destroy();
    },
  };
};

const pageSchema = v.object({ changes: v.array(v.unknown()) });
/** An entry that is a line of a chat. */
export const saidSchema = v.object({
  id: v.string(),
  ticketId: v.string(),
  by: v.object({ id: v.string() }),
  body: v.object({ kind: v.literal('said'), text: v.string() }),
});
const changeSchema = v.object({ kind: v.literal('entry'), body: saidSchema });
const answersSchema = v.object({ answers: v.array(v.object({ outcome: v.picklist(['applied', 'refused', 'not-attempted']) })) });

/** The line broke, or nobody was there: it is tried again. */
class LostError extends Error {}

const ignoreLost = (fault: unknown): null => {
  if (fault instanceof LostError) return null;
  throw fault;
};

type Asking = {
  readonly path: string;
  /** Sent where there is one. */
  readonly body?: string;
  /** Asks for a stream, and hears its events. */
  readonly onEvent?: (event: StreamEvent) => void;
};
type Sending = Asking & {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: Agent;
  readonly underWay: Set<ClientRequest>;
};

/** Resolves with the whole answer; of a stream, with nothing when it has ended. */
const send = ({ address, path, body, onEvent, headers, agent, underWay }: Sending): Promise<string> =>
  new Promise((resolve, reject) => {
    const lost = (): void => reject(new LostError());
    const asked = request(address + path, {
      method: body === undefined ? 'GET' : 'POST',
      agent,
      headers: { ...headers, ...(onEvent ? { Accept: 'text/event-stream' } : {}), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    });
    underWay.add(asked);
    asked.on('error', lost).on('close', () => {
      underWay.delete(asked);
      lost();
    });
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('error', lost);
      response.on('data', (part: string) => {
        text += part;
        if (!onEvent || response.statusCode !== 200) return;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        try {
          for (const event of blocks.flatMap(eventOf)) onEvent(event);
        } catch (fault) {
          reject(fault instanceof Error ? fault : new Error(String(fault)));
          asked.destroy();
        }
      });
      response.on('end', () => {
        if (response.statusCode === 200) return resolve(text);
        // A gateway whose server is gone, and a server that is overburdened, are asked again.
        if ((response.statusCode ?? 0) >= 500) return lost();
        reject(new Error(`status ${response.statusCode} for ${path}: ${text.slice(0, 300)}`));
      });
    });
    asked.end(body);
  });

/** A page, and the cursor that it reaches. */
type StreamEvent = { readonly id: string; readonly data: string };

/** None where it is a sign of life or a signal. */
const eventOf = (block: string): readonly StreamEvent[] => {
  const valueOf = (field: string): string | undefined => new RegExp(`^${field}: (.*)$`, 'm').exec(block)?.[1];
  const [id, data] = [valueOf('id'), valueOf('data')];
  return id === undefined || data === undefined ? [] : [{ id, data }];
};
