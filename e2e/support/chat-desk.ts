/** The desk's side of a chat, past every browser: an analyst with an open line, as a screen of the desk holds it. */
import { v7 } from 'uuid';
import { routes } from '../../src/contract/routes.ts';
import type { ActionBody } from '../../src/domain/action.ts';
import { chatStateOf } from '../../src/domain/chat/chat.ts';
import { expect } from './test.ts';
import { openDesk, signInPastTheBrowser } from './desk.ts';
import type { SamplePerson } from './sign-in.ts';

export type ChatDesk = {
  readonly goes: (to: 'available' | 'away' | 'offline') => Promise<void>;
  /** The chat that waits for somebody; asked for until there is one. */
  readonly waiting: () => Promise<string>;
  readonly accepts: (ticketId: string) => Promise<void>;
  readonly says: (ticketId: string, text: string) => Promise<void>;
  readonly types: (ticketId: string) => Promise<void>;
  readonly ends: (ticketId: string) => Promise<void>;
  /** What was said, by whom, in order. */
  readonly heard: (ticketId: string) => Promise<readonly string[]>;
  /** Hangs up. */
  readonly close: () => void;
};

export const openChatDesk = async (address: string, person: SamplePerson = 'gus'): Promise<ChatDesk> => {
  const desk = await openDesk(address, person);
  const headers = { ...(await signInPastTheBrowser(address, person)), 'Content-Type': 'application/json' };
  const line = new AbortController();
  // Being there is a lease that an open line prolongs.
  await fetch(`${address}${routes.changes}`, { headers: { ...headers, Accept: 'text/event-stream' }, signal: line.signal });
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: status ${response.status}`);
    return response.json();
  };
  const perform = async (subject: { readonly kind: string; readonly id: string }, body: ActionBody): Promise<void> => {
    const answer = await post(routes.actions, { actions: [{ v: 1, id: v7(), at: Date.now(), subject, ...body }] });
    expect(answer).toMatchObject({ answers: [{ outcome: 'applied' }] });
  };
  const onTicket = (ticketId: string, body: ActionBody): Promise<void> => perform({ kind: 'ticket', id: ticketId }, body);
  const findWaiting = async (): Promise<string | undefined> => (await desk.tickets()).find(({ chat }) => chat && chatStateOf(chat).kind === 'waiting')?.id;
  return {
    goes: (to) => perform({ kind: 'person', id: person }, { kind: 'set-availability', data: { to } }),
    waiting: async () => {
      await expect.poll(findWaiting).toBeDefined();
      return (await findWaiting()) ?? '';
    },
    accepts: (ticketId) => onTicket(ticketId, { kind: 'accept-chat', data: {} }),
    says: (ticketId, text) => onTicket(ticketId, { kind: 'say', data: { text } }),
    types: async (ticketId) => void (await post(routes.signals, { kind: 'typing', ticketId })),
    ends: (ticketId) => onTicket(ticketId, { kind: 'end-chat', data: {} }),
    heard: async (ticketId) => (await desk.entries(ticketId)).flatMap(({ by, body }) => (body.kind === 'said' ? [`${by?.id}: ${body.text}`] : [])),
    close: () => line.abort(),
  };
};
