/** Many chats at once over real HTTP: both sides talk and listen, lines are cut at random, and at the end everything is counted. */
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { routes } from '../../../contract/routes.ts';
import type { Action, ActionBody } from '../../../domain/action.ts';
import type { ActionId, PersonId, TicketId } from '../../../domain/ids.ts';
import { analystOf, crowdPassword, personOf } from './chat-organisation.ts';
import { createSide, type ChatSide, type Said } from './chat-side.ts';

export type Chat = { readonly ticketId: string; readonly person: ChatSide; readonly analyst: ChatSide };

export type Load = {
  readonly chats: number;
  /** Lines that each side says, over so many milliseconds. */
  readonly linesPerSide: number;
  readonly forMs: number;
  /** Lines cut in each second, of a hundred. */
  readonly cutsPercent: number;
  readonly againMs: () => number;
  /** Below 1; the same row of numbers makes the same schedule. */
  readonly random: () => number;
  /** Where persons and analysts ask. */
  readonly addressOfPerson: () => string;
  readonly addressOfAnalyst: () => string;
  /** Signs in at the server; a floor knows nobody. */
  readonly cookieOf: (user: string) => Promise<string>;
  /** Told how many lines have come to the other side so far. */
  readonly onLineHeard?: (count: number) => void;
};

export type Talk = {
  readonly chats: readonly Chat[];
  /** From being performed to being read on the other side, in milliseconds. */
  readonly tookMs: readonly number[];
  readonly cuts: number;
  /** Lines that the server would not take. */
  readonly refused: readonly string[];
  readonly close: () => void;
};

/** How long both sides may take to have read everything once all of it is sent. */
const patienceMs = 30_000;

export const talk = async (load: Load): Promise<Talk> => {
  const performedAt = new Map<string, number>();
  const tookMs: number[] = [];
  const refused: string[] = [];
  const onHeardBy = (listener: string) => (said: Said) => {
    const startedAt = performedAt.get(said.id);
    if (startedAt === undefined || said.by === listener) return;
    tookMs.push(performance.now() - startedAt);
    load.onLineHeard?.(tookMs.length);
  };
  const sideOf = async (personId: string, ticketId: string, address: () => string): Promise<ChatSide> =>
    createSide({ personId, ticketId, cookie: await load.cookieOf(personId), address, againMs: load.againMs, onHeard: onHeardBy(personId) });
  const openChat = async (index: number): Promise<Chat> => {
    const ticketId = v7();
    const person = await sideOf(personOf(index), ticketId, load.addressOfPerson);
    const analyst = await sideOf(analystOf(index), ticketId, load.addressOfAnalyst);
    await Promise.all([person.listen(), analyst.listen()]);
    await analyst.perform({
      ...envelope(),
      subject: { kind: 'person', id: analyst.personId as PersonId },
      kind: 'set-availability',
      data: { to: 'available' },
    });
    await person.perform(on(ticketId, { kind: 'ask-chat', data: { text: lineOf(person, 0) } }));
    await analyst.perform(on(ticketId, { kind: 'accept-chat', data: {} }));
    return { ticketId, person, analyst };
  };
  const chats = await inTurn(load.chats, 16, openChat);
  const sides = chats.flatMap(({ person, analyst }) => [person, analyst]);

  const sayAll = async (side: ChatSide, ticketId: string, linesSaidBefore: number): Promise<void> => {
    const moments = Array.from({ length: load.linesPerSide }, () => load.random() * load.forMs).sort((one, other) => one - other);
    const startedAt = performance.now();
    const answered: Promise<void>[] = [];
    for (const [index, moment] of moments.entries()) {
      await delay(Math.max(0, startedAt + moment - performance.now()));
      const action = on(ticketId, { kind: 'say', data: { text: lineOf(side, linesSaidBefore + index) } });
      performedAt.set(action.id, performance.now());
      answered.push(side.perform(action).catch((fault: unknown) => void refused.push(String(fault))));
    }
    await Promise.all(answered);
  };
  const cutting = keepCutting(sides, load);
  await Promise.all(chats.flatMap(({ person, analyst, ticketId }) => [sayAll(person, ticketId, 1), sayAll(analyst, ticketId, 0)]));
  const cuts = cutting.stop();
  await untilAllHeard(sides, load.linesPerSide * 2 + 1);
  return { chats, tookMs, cuts, refused, close: () => sides.forEach((side) => side.close()) };
};

/** The text says whose line it is, and which of theirs. */
export const lineOf = ({ personId }: Pick<ChatSide, 'personId'>, index: number): string => `line ${index} of ${personId}`;

const envelope = () => ({ v: 1, id: v7() as ActionId, at: Date.now() }) as const;
const on = (ticketId: string, body: Extract<ActionBody, { kind: 'ask-chat' | 'accept-chat' | 'say' }>): Action => ({
  ...envelope(),
  subject: { kind: 'ticket', id: ticketId as TicketId },
  ...body,
});

const keepCutting = (sides: readonly ChatSide[], { cutsPercent, random }: Load) => {
  let cuts = 0;
  let owed = 0;
  const timer = setInterval(() => {
    for (owed += (sides.length * cutsPercent) / 100 / 20; owed >= 1; owed -= 1) {
      sides[Math.floor(random() * sides.length)]?.cut();
      cuts += 1;
    }
  }, 50);
  return {
    stop: (): number => {
      clearInterval(timer);
      return cuts;
    },
  };
};

const untilAllHeard = async (sides: readonly ChatSide[], lines: number): Promise<void> => {
  const giveUpAt = performance.now() + patienceMs;
  while (performance.now() < giveUpAt && sides.some(({ heard }) => heard.length < lines)) await delay(20);
};

/** So many at a time. */
const inTurn = async <Thing>(count: number, atOnce: number, make: (index: number) => Promise<Thing>): Promise<readonly Thing[]> => {
  const made: Thing[] = [];
  let next = 0;
  const chain = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      made[index] = await make(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, chain));
  return made;
};

/** The session of somebody of the crowd. */
export const signInAt = async (address: string, user: string): Promise<string> => {
  const response = await fetch(address + routes.session, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user, password: crowdPassword }),
  });
  if (!response.ok) throw new Error(`${user} cannot sign in: status ${response.status}`);
  return v.parse(v.string(), response.headers.getSetCookie()[0]?.split(';')[0]);
};
