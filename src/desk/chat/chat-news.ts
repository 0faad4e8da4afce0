/** What an analyst is told of, wherever in the portal they are: what others did to their chats, what was said there, and who has come to wait. */
import type { GivenBackBecause } from '../../domain/chat/chat.ts';
import type { Availability } from '../../domain/chat/presence.ts';
import type { EntryId, TicketId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { ChatsAtTheDesk, DeskChat } from '../../store/observe/chat-at-the-desk.ts';
import { hindranceOf, isForThem, isHeldBy } from './may-take-chats.ts';

export type ChatNews =
  /** A chat manager did it (seed 002, statement 16). */
  | { readonly kind: 'status'; readonly by: string; readonly to: Availability }
  /** By the desk, whose line to them was cut. */
  | { readonly kind: 'offline' }
  /** Seed 002, statement 14. */
  | { readonly kind: 'queue-closed' | 'queue-opened' }
  | { readonly kind: 'given-back'; readonly name: string; readonly ticketId: TicketId; readonly factId: EntryId; readonly because?: GivenBackBecause }
  | { readonly kind: 'waiting' | 'said'; readonly name: string; readonly ticketId: TicketId };

/** From one reading to the next. What was done on this device is no news. */
export const newsBetween = (before: ChatsAtTheDesk, after: ChatsAtTheDesk, person: Person): readonly ChatNews[] => [
  ...ofStatus(before, after),
  ...ofQueue(before, after),
  ...ofGivenBack(before, after, person),
  ...ofWaiting(before, after, person),
  ...ofWords(before, after, person),
];

const ofStatus = ({ me: before }: ChatsAtTheDesk, { me: after }: ChatsAtTheDesk): readonly ChatNews[] => {
  if (!before || !after || before.delivery || after.delivery || before.presence.since === after.presence.since) return [];
  const { availability, setBy } = after.presence;
  if (setBy) return [{ kind: 'status', by: setBy.name, to: availability }];
  return availability === 'offline' && before.presence.availability !== 'offline' ? [{ kind: 'offline' }] : [];
};

/** Whoever is offline has no part in it. */
const ofQueue = (before: ChatsAtTheDesk, { queue, queueDelivery, me, obstacle }: ChatsAtTheDesk): readonly ChatNews[] => {
  if (!before.queue || !queue || before.queueDelivery || queueDelivery || before.queue.isOnline === queue.isOnline) return [];
  if (!me || obstacle || me.presence.availability === 'offline') return [];
  return [{ kind: queue.isOnline ? 'queue-opened' : 'queue-closed' }];
};

const ofGivenBack = (before: ChatsAtTheDesk, after: ChatsAtTheDesk, person: Person): readonly ChatNews[] => {
  const held = new Set(before.open.filter((chat) => isHeldBy(chat, person) && chat.delivery === null).map(({ ticket }) => ticket.id));
  return lostBy(person, after).filter(({ ticketId }) => held.has(ticketId));
};

/** For whoever comes back after the desk had lost them: what went back meanwhile and still waits, and they were not told of. */
export const newsOnReturn = (now: ChatsAtTheDesk, person: Person, isTold: (factId: EntryId) => boolean): readonly ChatNews[] =>
  lostBy(person, now).filter(({ factId }) => !isTold(factId));

const lostBy = (person: Person, { waiting }: ChatsAtTheDesk): readonly Extract<ChatNews, { kind: 'given-back' }>[] =>
  waiting.flatMap((chat) => {
    const facts = chat.ticket.chat?.facts ?? [];
    const [talked, last] = [facts.at(-2), facts.at(-1)];
    const isTheirs = last?.kind === 'given-back' && talked?.kind === 'accepted' && talked.by.id === person.id;
    return isTheirs ? [{ kind: 'given-back', ...namesOf(chat), factId: last.id, ...(last.because && { because: last.because }) }] : [];
  });

/** Only for whoever could take them. */
const ofWaiting = (before: ChatsAtTheDesk, after: ChatsAtTheDesk, person: Person): readonly ChatNews[] => {
  if (hindranceOf(after, person) !== null) return [];
  const known = new Set(before.waiting.map(({ ticket }) => ticket.id));
  return after.waiting.filter((chat) => !known.has(chat.ticket.id) && isForThem(chat, person)).map((chat) => ({ kind: 'waiting', ...namesOf(chat) }));
};

/** In their own chat. */
const ofWords = (before: ChatsAtTheDesk, after: ChatsAtTheDesk, person: Person): readonly ChatNews[] =>
  after.open
    .filter((chat) => isHeldBy(chat, person))
    .filter(({ ticket }) => {
      const known = before.open.find((chat) => chat.ticket.id === ticket.id);
      return known !== undefined && (known.ticket.personWroteAt ?? 0) < (ticket.personWroteAt ?? 0);
    })
    .map((chat) => ({ kind: 'said', ...namesOf(chat) }));

/** What was told and is not so any more is not left standing. */
export const holdsStill = (news: ChatNews, { me, queue, waiting, open }: ChatsAtTheDesk, person: Person): boolean => {
  switch (news.kind) {
    case 'status':
      return me?.presence.availability === news.to;
    case 'offline':
      return me?.presence.availability === 'offline';
    case 'queue-closed':
    case 'queue-opened':
      return queue?.isOnline === (news.kind === 'queue-opened');
    case 'given-back':
      return [...waiting, ...open].some((chat) => chat.ticket.id === news.ticketId && !isHeldBy(chat, person));
    case 'waiting':
      return waiting.some(({ ticket }) => ticket.id === news.ticketId);
    case 'said':
      return true;
  }
};

const namesOf = ({ ticket }: DeskChat): { readonly name: string; readonly ticketId: TicketId } => ({ name: ticket.requester.name, ticketId: ticket.id });
