/** The chats of a partition and who is there to hold them: for analysts and chat managers. */
import { chatQueueSchema, presenceSchema } from '../../contract/chat-desk.ts';
import { open } from '../../contract/unopened.ts';
import type { ActionOf } from '../../domain/action.ts';
import { chatStateOf, type ChatState } from '../../domain/chat/chat.ts';
import type { ChatQueue } from '../../domain/chat/chat-queue.ts';
import { chatObstacle, type ChatObstacle, type Presence } from '../../domain/chat/presence.ts';
import type { ActionId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { OutboxRow } from '../outbox-db.ts';
import { parseStoredAction } from '../outbox.ts';
import type { PersonStore } from '../person-store.ts';
import { readChatTickets } from './chat-tickets.ts';
import { live, type Live } from './live.ts';
import type { Delivery } from './ticket-overlay.ts';

/** A chat as it stands in the desk's list; its conversation is that of the ticket: `observeTicket`. */
export type DeskChat = { readonly ticket: Ticket; readonly state: ChatState; readonly delivery: Delivery | null };

export type PresenceNow = {
  readonly presence: Presence;
  /** How far a change that was made here has come; null for what the desk says. */
  readonly delivery: Delivery | null;
};

export type ChatsAtTheDesk = {
  /** This person's own; null where they are not listed, or nothing is known yet. */
  readonly me: PresenceNow | null;
  /** What keeps this person from taking chats; null for nothing. */
  readonly obstacle: ChatObstacle | null;
  /** Everybody who is listed, and who still is in a chat, by name; this person among them. */
  readonly presences: readonly PresenceNow[];
  /** As the manager set it, unsent changes included; null while nothing is known. */
  readonly queue: ChatQueue | null;
  readonly queueDelivery: Delivery | null;
  /** The longest wait first. */
  readonly waiting: readonly DeskChat[];
  /** The oldest first; this person's own is the one whose analyst they are. */
  readonly open: readonly DeskChat[];
  /** The last ended first. */
  readonly unanswered: readonly DeskChat[];
  readonly answered: readonly DeskChat[];
  /** Switches that the desk did not take. */
  readonly held: readonly { readonly id: ActionId; readonly action: Switch; readonly refusal: Refusal }[];
  /** The desk's clock minus this device's. */
  readonly clockOffsetMs: number;
};

type Switch = ActionOf<'set-availability' | 'set-chat-queue'>;

export const observeChatsAtTheDesk = (store: PersonStore): Live<ChatsAtTheDesk> => live(() => readChatsAtTheDesk(store));

export const readChatsAtTheDesk = async (store: PersonStore): Promise<ChatsAtTheDesk> => {
  const switches = (await store.outbox.actions.orderBy('seq').toArray()).flatMap(switchIn);
  const { tickets, setting } = await readChatTickets(store);
  const { person, clockOffsetMs } = setting;
  const said = (await store.cache.presences.toArray()).flatMap(({ body }) => open(presenceSchema, body));
  const queue = open(chatQueueSchema, (await store.cache.chatQueues.get(person.partitionId))?.body)[0] ?? null;
  const chats = tickets.flatMap(({ ticket, delivery }): DeskChat[] => (ticket.chat ? [{ ticket, delivery, state: chatStateOf(ticket.chat) }] : []));
  const presences = said.map((presence) => presenceNow(presence, switches)).toSorted((one, other) => one.presence.name.localeCompare(other.presence.name));
  // The desk tells of whoever is in a chat, also when they are listed no more.
  const me = presences.find(({ presence }) => presence.id === person.id && presence.obstacle !== 'not-listed') ?? null;
  const queueSwitch = switches.findLast(({ row, action }) => row.state !== 'held' && action.kind === 'set-chat-queue');
  return {
    me,
    obstacle: chatObstacle(person, me !== null),
    presences,
    queue: queue && queueSwitch?.action.kind === 'set-chat-queue' ? { ...queue, isOnline: queueSwitch.action.data.isOnline } : queue,
    queueDelivery: queueSwitch ? deliveryOf(queueSwitch.row) : null,
    ...inLists(chats),
    held: switches.flatMap(({ row, action }) => (row.state === 'held' && row.heldBecause ? [{ id: row.id, action, refusal: row.heldBecause }] : [])),
    clockOffsetMs,
  };
};

const inLists = (chats: readonly DeskChat[]): Pick<ChatsAtTheDesk, 'waiting' | 'open' | 'unanswered' | 'answered'> => {
  const ended = chats.filter(({ state }) => state.kind === 'ended').toSorted((one, other) => momentOf(other) - momentOf(one));
  const of = (kind: ChatState['kind']): readonly DeskChat[] =>
    chats.filter(({ state }) => state.kind === kind).toSorted((one, other) => momentOf(one) - momentOf(other));
  return { waiting: of('waiting'), open: of('open'), unanswered: ended.filter((chat) => !isAnswered(chat)), answered: ended.filter(isAnswered) };
};

const momentOf = ({ state }: DeskChat): number => (state.kind === 'ended' ? state.at : state.since);

const isAnswered = ({ state }: DeskChat): boolean => state.kind === 'ended' && state.analyst !== null;

type SwitchRow = { readonly row: OutboxRow; readonly action: Switch };

const switchIn = (row: OutboxRow): readonly SwitchRow[] => {
  const action = parseStoredAction(row);
  return action?.kind === 'set-availability' || action?.kind === 'set-chat-queue' ? [{ row, action }] : [];
};

const presenceNow = (presence: Presence, switches: readonly SwitchRow[]): PresenceNow => {
  const own = switches.findLast(({ row, action }) => row.state !== 'held' && action.kind === 'set-availability' && action.subject.id === presence.id);
  if (own?.action.kind !== 'set-availability') return { presence, delivery: null };
  return { presence: { ...presence, availability: own.action.data.to }, delivery: deliveryOf(own.row) };
};

const deliveryOf = ({ id, state, heldBecause }: OutboxRow): Delivery => ({ state, actionId: id, refusal: heldBecause });
