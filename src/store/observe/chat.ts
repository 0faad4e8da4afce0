/** The person's chat, as it follows from their tickets: a page that is loaded again, another tab and another device show the same. */
import { chatQueueSchema } from '../../contract/chat-desk.ts';
import { open } from '../../contract/unopened.ts';
import { chatStateOf, type ChatState } from '../../domain/chat/chat.ts';
import type { ChatOffering } from '../../domain/chat/chat-offering.ts';
import type { ChatQueue } from '../../domain/chat/chat-queue.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { ReplyDraftRow } from '../outbox-db.ts';
import type { PersonStore } from '../person-store.ts';
import { readChatTickets } from './chat-tickets.ts';
import { live, type Live } from './live.ts';
import type { Delivery } from './ticket-overlay.ts';

export type OwnChat = {
  /** Its conversation is that of the ticket: `observeTicket`. */
  readonly ticket: Ticket;
  /** Null for a message that was left, or that became one because no chat could be had. */
  readonly state: ChatState | null;
  readonly delivery: Delivery | null;
};

export type ChatDesk = {
  /** Has the right to ask, in a partition that chats, or began to write while it did. A chat that was begun before goes on without. */
  readonly mayAsk: boolean;
  readonly offering: ChatOffering | null;
  /** Null while nothing is known of it. */
  readonly queue: ChatQueue | null;
  /** The one that waits or is open; else the last one. */
  readonly chat: OwnChat | null;
  /** The words that a chat is to begin with, as far as they are typed. */
  readonly draft: ReplyDraftRow | null;
  /** The desk's clock minus this device's. */
  readonly clockOffsetMs: number;
};

export const observeChat = (store: PersonStore): Live<ChatDesk> => live(() => readChat(store));

const readChat = async (store: PersonStore): Promise<ChatDesk> => {
  const draft = (await store.outbox.replies.filter(({ begins }) => begins === 'chat').first()) ?? null;
  const { tickets, setting } = await readChatTickets(store);
  const { person, partition, clockOffsetMs } = setting;
  const own = tickets.filter(({ ticket }) => ticket.requester.id === person.id);
  const chats = own.map(({ ticket, delivery }): OwnChat => ({ ticket, delivery, state: ticket.chat ? chatStateOf(ticket.chat) : null })).toSorted(byUrgency);
  return {
    mayAsk: person.rights.includes('chat-user') && (partition.chat?.enabled === true || draft !== null),
    offering: partition.chat ?? null,
    queue: open(chatQueueSchema, (await store.cache.chatQueues.get(person.partitionId))?.body)[0] ?? null,
    chat: chats[0] ?? null,
    draft,
    clockOffsetMs,
  };
};

const byUrgency = (one: OwnChat, other: OwnChat): number => Number(isGoing(other)) - Number(isGoing(one)) || other.ticket.raisedAt - one.ticket.raisedAt;

/** Somebody waits in it, or talks. */
export const isGoing = (chat: OwnChat | null): boolean => chat?.state?.kind === 'waiting' || chat?.state?.kind === 'open';
