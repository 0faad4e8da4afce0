/** What must be true of chats and registrations when the faults have stopped and everything has come to rest. */
import { chatStateOf } from '../../../domain/chat/chat.ts';
import type { TicketId } from '../../../domain/ids.ts';
import { maySee } from '../../../domain/permissions.ts';
import type { Entry, Ticket } from '../../../domain/ticket.ts';
import { readChatsAtTheDesk } from '../../../store/observe/chat-at-the-desk.ts';
import { readTicketPage } from '../../../store/observe/ticket.ts';
import type { RegistrationDb } from '../../../store/registration-db.ts';
import type { Session } from '../device.testing.ts';
import type { FaultyNetwork } from '../faulty-network.testing.ts';
import { budgetProblems, deliveryProblems, orderProblems, stuckProblems, type Remains } from '../invariants.testing.ts';
import type { Ledger } from '../ledger.testing.ts';
import { effectsOf } from '../screens.testing.ts';
import { analysts, type Holdings } from './chat-desk.testing.ts';
import { addresses, type Asked } from './stranger.testing.ts';

type AtTheEnd = {
  readonly ledger: Ledger;
  readonly holdings: Holdings;
  readonly remains: readonly Remains[];
  readonly sent: FaultyNetwork['sent'];
  readonly crashes: number;
};

/** I1 to I5 as for everything else, and what chats promise besides. */
export const conversationProblems = ({ ledger, holdings, remains, sent, crashes }: AtTheEnd): readonly string[] => [
  ...deliveryProblems(ledger, holdings.effects, remains),
  ...orderProblems(
    ledger,
    holdings.effects.filter(({ kind }) => kind !== 'done'),
  ),
  // A server that is gone answers nothing, and one whose disk is full says so.
  ...budgetProblems(
    ledger,
    sent.map((one) => (one.status === null || one.status === 503 ? { ...one, status: 401 } : one)),
    crashes,
  ),
  ...remains.flatMap(({ rows }) => stuckProblems(rows)),
  ...callProblems(ledger, holdings),
  ...chatTickets(holdings).flatMap((ticket) => chatProblems(ticket, entriesOf(holdings, ticket.id))),
  ...overlapProblems(holdings),
];

const chatTickets = ({ tickets }: Holdings): readonly Ticket[] => tickets.filter(({ source }) => source === 'chat');
const entriesOf = ({ entries }: Holdings, ticketId: TicketId): readonly Entry[] => entries.filter((entry) => entry.ticketId === ticketId);

/** C1: each question that was taken logged one call, with the words in it once; and no number is missing or given twice. */
const callProblems = (ledger: Ledger, holdings: Holdings): readonly string[] => {
  const asked = ledger.items.filter((item) => (item.kind === 'ask' || item.kind === 'leave') && effectsOf(holdings.effects, item).length > 0);
  const calls = chatTickets(holdings);
  const numbers = holdings.tickets.map(({ number }) => Number(number?.replace('R-', ''))).toSorted((one, other) => one - other);
  return [
    ...(new Set(asked.flatMap(({ ticketId }) => ticketId)).size === calls.length
      ? []
      : [`C1: ${asked.length} questions were taken, and ${calls.length} calls logged`]),
    ...calls
      .filter(({ id }) => entriesOf(holdings, id).filter((entry) => entry.id.includes('/') && 'text' in entry.body).length !== 1)
      .map(({ id }) => `C1: the words that ${id} began with are not there once`),
    ...numbers.flatMap((number, index) => (number === (numbers[0] ?? 0) + index ? [] : [`C1: the numbers of calls are ${numbers.join(', ')}`])),
  ];
};

/** C2: a chat is one analyst's at a time; what is said there is said by whoever is in it; and its facts are what its history tells. */
const chatProblems = (ticket: Ticket, entries: readonly Entry[]): readonly string[] => {
  const problems: string[] = [];
  let analyst: string | null = null;
  let isOver = false;
  for (const { body, by } of entries) {
    if (isOver && (body.kind === 'said' || body.kind.startsWith('chat-'))) problems.push(`C2: ${body.kind} in ${ticket.id} after its end`);
    if (body.kind === 'chat-accepted') {
      if (analyst) problems.push(`C2: ${by?.name} has ${ticket.id} while ${analyst} has it`);
      analyst = by?.name ?? null;
    }
    if (body.kind === 'said' && by?.side === 'desk' && by.name !== analyst)
      problems.push(`C2: ${by.name} talks in ${ticket.id}, which is ${analyst ?? 'nobody'}’s`);
    if (body.kind === 'chat-given-back') analyst = null;
    if (body.kind === 'chat-ended') isOver = true;
  }
  const told = entries.flatMap(({ id, body }) => (body.kind.startsWith('chat-') ? [id] : []));
  const facts = ticket.chat?.facts.map(({ id }) => id) ?? [];
  if (told.join() !== facts.join()) problems.push(`C2: the facts of ${ticket.id} are ${facts.join()}, and its history tells ${told.join()}`);
  return problems;
};

/** Of things that happen on a ticket in one millisecond, each is said to be one later than that before it. */
const pushedApartMs = 100;

/** C3: nobody is in two chats at once, on either side. */
const overlapProblems = (holdings: Holdings): readonly string[] => {
  const spans = chatTickets(holdings).flatMap((ticket) => {
    const facts = ticket.chat?.facts ?? [];
    const own = facts.length > 0 ? [{ who: ticket.requester.id, from: facts[0]?.at ?? 0, to: facts.find(({ kind }) => kind === 'ended')?.at ?? Infinity }] : [];
    const taken = facts.flatMap((fact, index) => (fact.kind === 'accepted' ? [{ who: fact.by.id, from: fact.at, to: facts[index + 1]?.at ?? Infinity }] : []));
    return [...own, ...taken];
  });
  return spans.flatMap((one, index) =>
    spans
      .slice(index + 1)
      .filter((other) => one.who === other.who && one.from + pushedApartMs < other.to && other.from + pushedApartMs < one.to)
      .map(() => `C3: ${one.who} is in two chats at once`),
  );
};

/** C4: whoever has a chat is there: their line stands, or the chat waits again; and who is gone is not said to be there. */
export const absenceProblems = (holdings: Holdings, listening: ReadonlySet<string>): readonly string[] => [
  ...chatTickets(holdings).flatMap(({ id, chat }) => {
    const state = chat && chatStateOf(chat);
    return state?.kind === 'open' && !listening.has(state.analyst.id) ? [`C4: ${state.analyst.name} is gone and still has ${id}`] : [];
  }),
  ...[...holdings.availabilities].flatMap(([id, availability]) =>
    availability !== 'offline' && !listening.has(id) ? [`C4: ${id} is gone and is said to be ${availability}`] : [],
  ),
];

/** I7: what the device shows of every chat is what the desk holds, in its order, and so are those who are there. */
export const viewProblems = async (session: Session, holdings: Holdings): Promise<readonly string[]> => {
  const { store, person } = session;
  const rows = await store.outbox.actions.toArray();
  const unsent = new Set(rows.map(({ id }) => id as string));
  const problems: string[] = [];
  for (const ticket of holdings.tickets.filter((one) => maySee(person, one))) {
    const page = await readTicketPage(store, ticket.id);
    const shown = page?.timeline.map(({ entry }) => entry.id as string).filter((id) => !unsent.has(id)) ?? [];
    const held = entriesOf(holdings, ticket.id).map(({ id }) => id as string);
    if (shown.join() !== held.join()) problems.push(`I7: ${person.id} sees ${shown.join()} on ${ticket.id}, and the desk holds ${held.join()}`);
    // What waits behind something that is held is laid over, like everything that waits.
    if (rows.some(({ lane }) => lane === `ticket:${ticket.id}`)) continue;
    if (page && ticket.chat && JSON.stringify(page.ticket.chat) !== JSON.stringify(ticket.chat))
      problems.push(`I7: ${person.id} sees ${JSON.stringify(page.ticket.chat)} of ${ticket.id}, and it is ${JSON.stringify(ticket.chat)}`);
  }
  if (!analysts.some(({ id }) => id === person.id)) return problems;
  const { presences, queue } = await readChatsAtTheDesk(store);
  for (const { presence } of presences) {
    const is = holdings.availabilities.get(presence.id);
    if (presence.availability !== is) problems.push(`I7: ${person.id} sees ${presence.id} ${presence.availability}, who is ${is}`);
  }
  if (queue?.isOnline !== holdings.isQueueOnline) problems.push(`I7: ${person.id} sees the queue ${queue?.isOnline ? 'open' : 'closed'}, and it is not`);
  return problems;
};

/** R1: one pending registration and one call for an address. R2: as many letters as there is something to tell. R3: the device knows how it stands. R4: they arrive as they were made. */
export const registrationProblems = async (
  ledger: Ledger,
  { registrations, tickets, letters, people, effects }: Holdings,
  asked: readonly Asked[],
  db: RegistrationDb | null,
): Promise<readonly string[]> => {
  const rows = (await db?.registrations.toArray()) ?? [];
  const problems: string[] = [];
  const taken = registrations.map(({ id }) => id);
  for (const { id, email, after } of asked) {
    const overtaken = taken.slice(taken.indexOf(id) + 1).filter((other) => after.includes(other));
    if (taken.includes(id) && overtaken.length > 0) problems.push(`R4: the registration ${id} of ${email} overtook ${overtaken.join()}`);
    const atDesk = registrations.filter((one) => one.id === id);
    const row = rows.find((one) => one.id === id);
    if (atDesk.length === 0 && (row === undefined || row['state'] === 'sent')) problems.push(`R1: the registration ${id} of ${email} is lost`);
    const first = registrations.find((one) => one.id === atDesk[0]?.follows);
    const stands = atDesk.length === 0 ? null : (first?.decision?.kind ?? 'received');
    if (row && row['desk'] !== stands) problems.push(`R3: the device says ${String(row['desk'])} of ${id}, which is ${stands}`);
  }
  for (const email of addresses) {
    const own = registrations.filter(({ details }) => details.email === email);
    const firsts = own.filter(({ id, follows }) => id === follows);
    const pending = firsts.filter(({ decision }) => decision === null).length;
    const calls = tickets.filter(({ source, requester }) => source === 'registration' && firsts.some(({ personId }) => personId === requester.id)).length;
    const decided = firsts.filter(({ decision }) => decision !== null).length;
    const approved = firsts.filter(({ decision }) => decision?.kind === 'approved').length;
    const told = letters.filter(({ address }) => address === email).length;
    const toTell = decided + own.filter(({ follows }) => follows === '').length;
    if (pending > 1) problems.push(`R1: ${pending} registrations of ${email} wait for a decision`);
    if (calls !== firsts.length) problems.push(`R1: ${calls} calls were logged for ${firsts.length} registrations of ${email}`);
    if (told !== toTell) problems.push(`R2: ${told} letters to ${email}, where there is something to tell ${toTell} times`);
    if (people.filter((person) => person.email === email).length !== approved || approved > 1) problems.push(`R1: ${email} was approved ${approved} times`);
  }
  const all = tickets.filter(({ source }) => source === 'registration').length;
  const firstsInAll = registrations.filter(({ id, follows }) => id === follows).length;
  if (all !== firstsInAll) problems.push(`R1: ${all} calls were logged for ${firstsInAll} registrations`);
  const invited = ledger.items.filter((item) => item.kind === 'invite' && effectsOf(effects, item).length > 0).length;
  const invitations = letters.filter(({ address }) => address === 'ben@northwind.example').length;
  if (invitations !== invited) problems.push(`R2: ${invitations} invitations were sent, and ${invited} asked for`);
  return problems;
};
