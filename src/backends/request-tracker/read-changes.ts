/**
 * What changed since the cursor, page by page. The first reading brings the newest tickets, then the catalogue, then the
 * other tickets, then what was said on the open ones and the newest; the conversation of an old one is read when somebody
 * opens it. Later readings ask for what was updated since. RT counts in seconds: the edge is asked for again, and what was
 * seen there is left out. What nobody updated can be gone all the same (merged, deleted, no longer this person's to see):
 * now and then the tickets that RT lists are compared with those that the device knows.
 */
import type { ChangesPage, Cursor, News } from '../../contract/change.ts';
import type { Instant } from '../../domain/instant.ts';
import { isOpen } from '../../domain/ticket.ts';
import { placed } from '../place-news.ts';
import { pageOf, pageSize, type AskRt } from './ask.ts';
import { readCursor, writeCursor, type RtCursor } from './cursor.ts';
import { partitionOf } from './partition.ts';
import { readArticles, readOffers } from './read-catalogue.ts';
import { readTickets, ticketFields } from './read-conversation.ts';
import { listedTicket, type Reader, type TicketWithEntries } from './tickets.ts';
import { ticketIdSchema, ticketSchema, type RtTicket } from './wire.ts';

type Reading = NonNullable<RtCursor['reading']>;
type Step = { readonly changes: readonly News[]; readonly next: RtCursor; readonly more: boolean };

export type Asked = {
  readonly ask: AskRt;
  readonly reader: Reader;
  /** RT's clock. */ readonly serverTime: Instant;
  /** The device's. */ readonly now: Instant;
};

const hour = 3_600_000;
/** Conversations of so many tickets come with the feed even when they are closed. */
const newest = 50;
const conversationsPerPage = 8;

export const readChanges = async (asked: Asked, since: Cursor | null): Promise<ChangesPage> => {
  const before = readCursor(since);
  const firstReadAt = before.firstReadAt ?? asked.serverTime;
  const { changes, next, more } = await step({ ...asked, reader: { ...asked.reader, readUpTo: firstReadAt } }, before);
  // A reading that found nothing leaves the cursor where it is: then nothing is written on the device.
  const isNews = changes.length > 0 || more || before.reading !== null;
  const position = isNews ? Math.max(before.position + 1, asked.now) : before.position;
  return {
    portico: 1,
    changes: placed(changes, position),
    position,
    cursor: writeCursor(isNews ? { ...next, position, firstReadAt } : before),
    more,
    serverTime: asked.serverTime,
  };
};

const step = async (asked: Asked, cursor: RtCursor): Promise<Step> => {
  const { reading } = cursor;
  if (cursor.since === null && reading === null) return readFirst(asked, cursor);
  if (asked.serverTime - cursor.catalogueAt > hour) return readCatalogue(asked, cursor);
  if (reading?.page) return readList(asked, cursor, reading);
  if (reading?.pending.length) return readPending(asked, cursor, reading);
  return readList(asked, cursor, begun(asked));
};

const begun = ({ serverTime }: Asked): Reading => ({ beganAt: serverTime, page: 1, pending: [], seen: {} });

/** A person who comes for the first time sees their tickets before anything else. */
const readFirst = async (asked: Asked, cursor: RtCursor): Promise<Step> => {
  const list = await readList(asked, cursor, begun(asked));
  const { person, settings } = asked.reader;
  return { ...list, more: true, changes: [{ kind: 'person', body: person }, { kind: 'partition', body: partitionOf(settings) }, ...list.changes] };
};

const readCatalogue = async (asked: Asked, cursor: RtCursor): Promise<Step> => {
  const { ask, reader, serverTime } = asked;
  const [offers, articles, tickets] = await Promise.all([
    readOffers(ask, reader.settings),
    readArticles(ask),
    cursor.since === null ? null : readTicketIds(ask, reader),
  ]);
  const services = offers.map(({ service }) => service.id as string);
  const articleIds = articles.map(({ id }) => id as string);
  return {
    changes: [
      { kind: 'person', body: reader.person },
      { kind: 'partition', body: partitionOf(reader.settings) },
      ...offers.flatMap(({ service, flow }): News[] => [
        { kind: 'flow', body: flow },
        { kind: 'service', body: service },
      ]),
      ...articles.map((body): News => ({ kind: 'article', body })),
      ...gone('service', cursor.services, services),
      ...gone('article', cursor.articles, articleIds),
      ...(tickets ? gone('ticket', cursor.tickets, tickets) : []),
    ],
    next: { ...withTickets(asked, cursor, tickets), catalogueAt: serverTime, services, articles: articleIds },
    // The tickets come next, whatever there is of them: whoever asked wants to see what was sent just now.
    more: true,
  };
};

const readTicketIds = async (ask: AskRt, reader: Reader): Promise<readonly string[]> =>
  idsOf(await ask.readAll('/tickets', { query: ticketsOf(reader), orderby: 'id' }, ticketIdSchema, 'may-hide'));

/** Tickets that came into sight without being updated (rights given, a merge undone) are read with the next page. */
const withTickets = (asked: Asked, cursor: RtCursor, tickets: readonly string[] | null): RtCursor => {
  if (!tickets) return cursor;
  const come = without(tickets, cursor.tickets);
  const reading = cursor.reading ?? begun(asked);
  return { ...cursor, tickets: [...tickets], reading: { ...reading, pending: together(reading.pending, come) } };
};

const idsOf = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);

const together = (some: readonly string[], more: readonly string[]): string[] => [...new Set([...some, ...more])];

/** People with thousands of tickets are compared in one go as well. */
const without = (some: readonly string[], others: readonly string[]): string[] => {
  const left = new Set(some);
  for (const id of others) left.delete(id);
  return [...left];
};

export const gone = (of: 'service' | 'article' | 'ticket', before: readonly string[], now: readonly string[]): readonly News[] =>
  without(before, now).map((id) => ({ kind: 'gone', of, id }));

/** One page of the list, the last updated first: what is updated meanwhile moves to the front, and comes with the next reading. */
const readList = async (asked: Asked, cursor: RtCursor, reading: Reading): Promise<Step> => {
  const { ask, reader } = asked;
  const page = reading.page ?? 1;
  const { items, count, pages } = await ask.read(
    '/tickets',
    { query: whichTickets(asked, cursor), ...ticketFields, orderby: 'LastUpdated', order: 'DESC', per_page: String(pageSize), page: String(page) },
    pageOf(ticketSchema),
  );
  const isFirstReading = cursor.since === null;
  const fresh = items.filter((row) => cursor.seen[row.id] !== row.LastUpdated);
  const wanted = fresh.filter((row, index) => !isFirstReading || isOpenRow(row, reader) || (page === 1 && index < newest));
  const next: Reading = {
    beganAt: reading.beganAt,
    // Where RT does not tell how many there are, it may have hidden some of this page.
    page: (pages === null ? count === 0 : page >= pages) ? null : page + 1,
    pending: together(reading.pending, idsOf(wanted)),
    seen: { ...reading.seen, ...Object.fromEntries(items.filter((row) => isSettled(row, asked)).map((row) => [row.id, row.LastUpdated ?? 0])) },
  };
  return {
    // At once the first time, when there is nothing better; later each comes with its conversation.
    changes: isFirstReading ? fresh.map((row): News => ({ kind: 'ticket', body: listedTicket(row, reader) })) : [],
    ...afterReading({ ...cursor, tickets: together(cursor.tickets, idsOf(items)) }, next),
  };
};

const isOpenRow = (row: RtTicket, reader: Reader): boolean => isOpen(listedTicket(row, reader));

/** The second of its last update is over: another update would be another second. */
const isSettled = (row: RtTicket, { serverTime }: Asked): boolean => row.LastUpdated !== null && row.LastUpdated < serverTime - 1_000;

const ticketsOf = ({ person }: Reader): string => `Requestor.id = ${Number(person.id)}`;

/** A second for each clock's grain, and some for the way. */
const overlapMs = 5_000;

/**
 * In seconds before now: a moment of the day would be read in the time zone that the person has set in RT, which misses an
 * hour twice a year and is not told to anybody who may not see it.
 */
const whichTickets = ({ reader, serverTime }: Asked, { since }: RtCursor): string => {
  const own = ticketsOf(reader);
  return since === null ? own : `${own} AND LastUpdated >= '-${Math.ceil((serverTime - since + overlapMs) / 1000)} seconds'`;
};

const readPending = async ({ ask, reader }: Asked, cursor: RtCursor, reading: Reading): Promise<Step> => {
  const now = reading.pending.slice(0, conversationsPerPage);
  const tickets = await readTickets(ask, now, reader);
  const vanished = without(now, idsOf(tickets.map(({ ticket }) => ticket)));
  const left = without(cursor.tickets, vanished);
  return {
    changes: [...tickets.flatMap(changesOf), ...gone('ticket', vanished, [])],
    ...afterReading({ ...cursor, tickets: left }, { ...reading, pending: reading.pending.slice(now.length) }),
  };
};

export const changesOf = ({ ticket, entries }: TicketWithEntries): readonly News[] => [
  { kind: 'ticket', body: ticket },
  ...entries.map((body): News => ({ kind: 'entry', body })),
];

/** A reading that has come to its end is where the next one begins. */
const afterReading = (cursor: RtCursor, reading: Reading): Pick<Step, 'next' | 'more'> => {
  if (reading.page !== null || reading.pending.length > 0) return { next: { ...cursor, reading }, more: true };
  const atTheEdge = Object.entries(reading.seen).filter(([, at]) => at >= reading.beganAt - 2 * overlapMs);
  return { next: { ...cursor, reading: null, since: reading.beganAt, seen: Object.fromEntries(atTheEdge) }, more: false };
};
