import { expect, test } from 'vitest';
import { aChat, anAnalyst, aPerson, aTicket, minted, named, noon } from '../../domain/builders.testing.ts';
import type { Presence } from '../../domain/chat/presence.ts';
import { chatStateOf, type ChatState } from '../../domain/chat/chat.ts';
import type { ActionId, EntryId, PartitionId, PersonId, TicketId } from '../../domain/ids.ts';
import type { ChatsAtTheDesk, DeskChat, PresenceNow } from '../../store/observe/chat-at-the-desk.ts';
import { holdsStill, newsBetween, newsOnReturn } from './chat-news.ts';

const gus = anAnalyst();
const council = named<PartitionId>('council');
const mia = { id: named<PersonId>('mia'), name: 'Mia Lindqvist' };
const sending = { state: 'sending', actionId: minted<ActionId>(1), refusal: null } as const;

const me = (over: Partial<Presence> = {}, delivery: PresenceNow['delivery'] = null): PresenceNow => ({
  presence: { id: gus.id, name: gus.name, partitionId: council, availability: 'available', since: noon, setBy: null, chat: null, obstacle: null, ...over },
  delivery,
});

const queue = (isOnline: boolean) => ({ id: council, isOnline, free: 1, there: 1, waiting: [], recentWaitsMs: [] });

const desk = (over: Partial<ChatsAtTheDesk> = {}): ChatsAtTheDesk => ({
  me: me(),
  obstacle: null,
  presences: [],
  queue: queue(true),
  queueDelivery: null,
  waiting: [],
  open: [],
  unanswered: [],
  answered: [],
  held: [],
  clockOffsetMs: 0,
  ...over,
});

const chat = (kind: ChatState['kind'], over: Partial<DeskChat> = {}): DeskChat => ({
  ticket: aTicket({ source: 'chat', chat: aChat(kind) }),
  state: chatStateOf(aChat(kind)),
  delivery: null,
  ...over,
});

const news = (before: ChatsAtTheDesk, after: ChatsAtTheDesk) => newsBetween(before, after, gus);

test('002.16: who was set to something by a chat manager is told by whom, once', () => {
  const after = desk({ me: me({ availability: 'away', since: noon + 1, setBy: mia }) });
  expect(news(desk(), after)).toEqual([{ kind: 'status', by: 'Mia Lindqvist', to: 'away' }]);
  expect(news(after, after)).toEqual([]);
});

test('what was set here is no news, neither on its way nor when the desk has it', () => {
  const onItsWay = desk({ me: me({ availability: 'offline' }, sending) });
  const there = desk({ me: me({ availability: 'offline', since: noon + 1 }) });
  expect([...news(desk(), onItsWay), ...news(onItsWay, there)]).toEqual([]);
});

test('whose line was lost is told that they are offline', () => {
  expect(news(desk(), desk({ me: me({ availability: 'offline', since: noon + 1 }) }))).toEqual([{ kind: 'offline' }]);
});

test('002.14: analysts who are online are told when their queue goes offline, and when it comes back; others are not', () => {
  expect(news(desk(), desk({ queue: queue(false) }))).toEqual([{ kind: 'queue-closed' }]);
  expect(news(desk({ queue: queue(false) }), desk())).toEqual([{ kind: 'queue-opened' }]);
  const offline = me({ availability: 'offline' });
  expect(news(desk({ me: offline }), desk({ me: offline, queue: queue(false) }))).toEqual([]);
  // The manager who did it themselves.
  expect(news(desk(), desk({ queue: queue(false), queueDelivery: sending }))).toEqual([]);
});

const lost = (factId: string, analyst = gus): DeskChat => {
  const [asked] = aChat('waiting').facts;
  if (!asked) throw new Error('nobody asked');
  const accepted = { kind: 'accepted', id: named<EntryId>('accepted'), at: noon, by: { id: analyst.id, name: analyst.name } } as const;
  const facts = [asked, accepted, { kind: 'given-back', id: named<EntryId>(factId), at: noon + 1 } as const];
  return { ticket: aTicket({ source: 'chat', chat: { facts } }), state: chatStateOf({ facts }), delivery: null };
};

test('a chat that went back into the queue is told to the analyst who had it', () => {
  const waiting = lost('back');
  const after = desk({ me: me({ availability: 'offline' }), waiting: [waiting] });
  expect(news(desk({ open: [chat('open')] }), after)).toContainEqual({ kind: 'given-back', name: 'Ada Lovell', ticketId: waiting.ticket.id, factId: 'back' });
  expect(news(after, after)).toEqual([]);
});

test('who comes back after the desk had lost them is told of the chat that still waits, once, and of no colleague’s', () => {
  const after = desk({ me: me({ availability: 'offline' }), waiting: [lost('back')] });
  const told = (now: ChatsAtTheDesk, ...known: readonly string[]) => newsOnReturn(now, gus, (id) => known.includes(id)).map(({ kind }) => kind);
  expect(told(after)).toEqual(['given-back']);
  expect(told(after, 'back')).toEqual([]);
  expect(told(desk({ waiting: [lost('back', anAnalyst({ id: named<PersonId>('hal') }))] }))).toEqual([]);
  expect(told(desk({ waiting: [chat('waiting')], open: [chat('open')] }))).toEqual([]);
});

test('whether they were lost or had to leave is told apart', () => {
  const left = lost('back');
  const facts = (left.ticket.chat?.facts ?? []).map((fact) => (fact.kind === 'given-back' ? ({ ...fact, because: 'left' } as const) : fact));
  const after = desk({ waiting: [{ ...left, ticket: { ...left.ticket, chat: { facts } } }] });
  expect(newsOnReturn(after, gus, () => false)).toMatchObject([{ kind: 'given-back', because: 'left' }]);
  expect(newsOnReturn(desk({ waiting: [left] }), gus, () => false)[0]).not.toHaveProperty('because');
});

test('an acceptance that came too late is no chat that was lost', () => {
  const accepted = chat('open', { delivery: sending });
  expect(news(desk({ open: [accepted] }), desk({ waiting: [chat('waiting')], me: me({ availability: 'offline' }) }))).toEqual([]);
});

test('what the person says in one’s own chat is told, and what is said to a colleague is not', () => {
  const spoken = (at: number): DeskChat => chat('open', { ticket: aTicket({ source: 'chat', chat: aChat('open'), personWroteAt: at }) });
  const busy = me({ chat: { ticketId: spoken(noon).ticket.id, with: 'Ada Lovell' } });
  const [before, after] = [desk({ me: busy, open: [spoken(noon)] }), desk({ me: busy, open: [spoken(noon + 1)] })];
  expect(news(before, after)).toEqual([{ kind: 'said', name: 'Ada Lovell', ticketId: spoken(noon).ticket.id }]);
  expect(news(after, after)).toEqual([]);
  expect(newsBetween(before, after, anAnalyst({ id: named<PersonId>('hal') }))).toEqual([]);
});

test('who has come to wait is told to whoever could take them, and to nobody else', () => {
  const after = (over: Partial<ChatsAtTheDesk>) => desk({ waiting: [chat('waiting')], ...over });
  expect(news(desk(), after({}))).toEqual([{ kind: 'waiting', name: 'Ada Lovell', ticketId: chat('waiting').ticket.id }]);
  expect(news(after({}), after({}))).toEqual([]);
  for (const hindered of [
    { me: me({ availability: 'away' }) },
    { me: null },
    { obstacle: 'not-listed' as const },
    { me: me({ chat: { ticketId: minted<TicketId>(7), with: 'Ben Okafor' } }) },
  ])
    expect(news(desk(hindered), after(hindered))).toEqual([]);
  // Their own: a colleague takes it.
  expect(newsBetween(desk(), after({}), aPerson({ roles: ['employee', 'analyst'] }))).toEqual([]);
});

test('nobody goes on reading that they are offline, set to something or that the queue is closed once it is not so', () => {
  const offline = desk({ me: me({ availability: 'offline' }), queue: queue(false) });
  const setOffline = { kind: 'status', by: 'Mia Lindqvist', to: 'offline' } as const;
  for (const news of [{ kind: 'offline' }, setOffline, { kind: 'queue-closed' }] as const) {
    expect(holdsStill(news, offline, gus)).toBe(true);
    expect(holdsStill(news, desk(), gus)).toBe(false);
  }
  expect(holdsStill({ kind: 'queue-opened' }, offline, gus)).toBe(false);
});

test('that a chat was lost stays to be read while it waits or a colleague has it, and no longer once it is theirs again or over', () => {
  const news = { kind: 'given-back', name: 'Ada Lovell', ticketId: aTicket().id, factId: named<EntryId>('back') } as const;
  const hal = anAnalyst({ id: named<PersonId>('hal') });
  expect(holdsStill(news, desk({ waiting: [lost('back')] }), gus)).toBe(true);
  expect(holdsStill(news, desk({ open: [chat('open')] }), hal)).toBe(true);
  expect(holdsStill(news, desk({ open: [chat('open')] }), gus)).toBe(false);
  expect(holdsStill(news, desk({ answered: [chat('ended')] }), gus)).toBe(false);
});

test('that somebody waits is so until somebody talks to them, or they have gone', () => {
  const news = { kind: 'waiting', name: 'Ada Lovell', ticketId: aTicket().id } as const;
  expect(holdsStill(news, desk({ waiting: [chat('waiting')] }), gus)).toBe(true);
  expect(holdsStill(news, desk({ open: [chat('open')] }), gus)).toBe(false);
  expect(holdsStill(news, desk({ unanswered: [chat('ended')] }), gus)).toBe(false);
});
