/** The other ends of a chat: what is done on devices that the test does not look at. */
import { v7 } from 'uuid';
import { routes } from '../../src/contract/routes.ts';
import { chatStateOf, type Chat } from '../../src/domain/chat/chat.ts';
import type { Availability } from '../../src/domain/chat/presence.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { openDesk, signInPastTheBrowser } from './desk.ts';
import { performs, performsElsewhere } from './raise.ts';
import type { SamplePerson } from './sign-in.ts';

/** Somebody has to be there, or it is only a message. */
export const asksForChat = async (address: string, person: SamplePerson, text: string): Promise<string> => {
  const ticketId = v7();
  await performsElsewhere(address, person, ticketId, { kind: 'ask-chat', data: { text } });
  if (!(await callOf(address, ticketId)).chat) throw new Error('it became a message: nobody is there');
  return ticketId;
};

export const saysInChat = (address: string, person: SamplePerson, ticketId: string, text: string): Promise<void> =>
  performsElsewhere(address, person, ticketId, { kind: 'say', data: { text } });

export const typesInChat = async (address: string, person: SamplePerson, ticketId: string): Promise<void> => {
  const headers = { ...(await signInPastTheBrowser(address, person)), 'Content-Type': 'application/json' };
  const response = await fetch(`${address}${routes.signals}`, { method: 'POST', headers, body: JSON.stringify({ kind: 'typing', ticketId }) });
  if (!response.ok) throw new Error(`nobody was told that ${person} types: status ${response.status}`);
};

export const endsChat = (address: string, person: SamplePerson, ticketId: string): Promise<void> =>
  performsElsewhere(address, person, ticketId, { kind: 'end-chat', data: {} });

export const isNow = (address: string, person: SamplePerson, to: Availability): Promise<void> =>
  performs(address, person, { subject: { kind: 'person', id: person }, kind: 'set-availability', data: { to } });

/** As the desk has it. */
export const callOf = async (address: string, ticketId: string): Promise<Ticket> => {
  const call = (await (await openDesk(address)).tickets()).find(({ id }) => id === ticketId);
  if (!call) throw new Error(`there is no call ${ticketId}`);
  return call;
};

/** The tests of a worker share a desk: nobody is left waiting, talking or there by the one before. */
export const clearsChats = async (address: string): Promise<void> => {
  for (const { id, requester, chat } of await (await openDesk(address)).tickets())
    if (isGoingOn(chat)) await endsChat(address, requester.id as string as SamplePerson, id);
  for (const analyst of ['gus', 'hal'] as const) await isNow(address, analyst, 'offline');
  await performs(address, 'mia', { subject: { kind: 'partition', id: 'council' }, kind: 'set-chat-queue', data: { isOnline: true } });
};

const isGoingOn = (chat: Chat | undefined): boolean => chat !== undefined && chatStateOf(chat).kind !== 'ended';
