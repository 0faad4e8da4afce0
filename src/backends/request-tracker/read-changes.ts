/**
 * What changed since the cursor, page by page. The first reading brings the catalogue, then the list of all tickets, then
 * what was said on the open ones and the newest; the conversation of an old one is read when somebody opens it. Later
 * readings ask for what was updated since. RT counts in seconds: the edge is asked for again, and what was seen there is
 * left out.
 */
import type { Change, ChangesPage, Cursor } from '../../contract/change.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Person } from '../../domain/person.ts';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import type { Article, Service } from '../../domain/service.ts';
import { isOpen, type Entry, type Ticket } from '../../domain/ticket.ts';
import { pageOf, pageSize, type AskRt } from './ask.ts';
import { readCursor, writeCursor, type RtCursor } from './cursor.ts';
import { partitionOf } from './partition.ts';
import { readArticles, readOffers } from './read-catalogue.ts';
import { readTickets, ticketFields } from './read-conversation.ts';
import { listedTicket, type Reader, type TicketWithEntries } from './tickets.ts';
import { ticketSchema, type RtTicket } from './wire.ts';

type Reading = NonNullable<RtCursor['reading']>;
/** A change before its page has a position. */
type Unplaced =
  | { readonly kind: 'person'; readonly body: Person }
  | { readonly kind: 'partition'; readonly body: Partition }
  | { readonly kind: 'service'; readonly body: Service }
  | { readonly kind: 'flow'; readonly body: QuestionFlow }
  | { readonly kind: 'article'; readonly body: Article }
  | { readonly kind: 'ticket'; readonly body: Ticket }
  | { readonly kind: 'entry'; readonly body: Entry }
  | { readonly kind: 'gone'; readonly of: 'service' | 'article'; readonly id: string };
type Step = { readonly changes: readonly Unplaced[]; readonly next: RtCursor; readonly more: boolean };

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
  const { changes, next, more } = await step(asked, before);
  // A reading that found nothing leaves the cursor where it is: then nothing is written on the device.
  const isNews = changes.length > 0 || more || before.reading !== null;
  const position = isNews ? Math.max(before.position + 1, asked.now) : before.position;
  return {
    portico: 1,
    changes: placed(changes, position),
    position,
    cursor: writeCursor(isNews ? { ...next, position } : before),
    more,
    serverTime: asked.serverTime,
  };
};

export const placed = (changes: readonly Unplaced[], position: number): Change[] => changes.map((change) => ({ ...change, position }) as unknown as Change);

const step = async (asked: Asked, cursor: RtCursor): Promise<Step> => {
  if (cursor.reading?.page) return readList(asked, cursor, cursor.reading);
  if (cursor.reading?.pending.length) return readPending(asked, cursor, cursor.reading);
  if (asked.serverTime - cursor.catalogueAt > hour) return readCatalogue(asked, cursor);
  return readList(asked, cursor, { beganAt: asked.serverTime, page: 1, pending: [], seen: {} });
};

const readCatalogue = async ({ ask, reader, serverTime }: Asked, cursor: RtCursor): Promise<Step> => {
  const offers = await readOffers(ask, reader.settings);
  const articles = await readArticles(ask);
  const services = offers.map(({ service }) => service.id as string);
  const articleIds = articles.map(({ id }) => id as string);
  return {
    changes: [
      { kind: 'person', body: reader.person },
      { kind: 'partition', body: partitionOf(reader.settings) },
      ...offers.flatMap(({ service, flow }): Unplaced[] => [
        { kind: 'flow', body: flow },
        { kind: 'service', body: service },
      ]),
      ...articles.map((body): Unplaced => ({ kind: 'article', body })),
      ...gone('service', cursor.services, services),
      ...gone('article', cursor.articles, articleIds),
    ],
    next: { ...cursor, catalogueAt: serverTime, services, articles: articleIds },
    // The tickets come next, whatever there is of them: whoever asked wants to see what was sent just now.
    more: true,
  };
};

const gone = (of: 'service' | 'article', before: readonly string[], now: readonly string[]): readonly Unplaced[] =>
  before.filter((id) => !now.includes(id)).map((id) => ({ kind: 'gone', of, id }));

/** One page of the list, the last updated first: what is updated meanwhile moves to the front, and comes with the next reading. */
const readList = async (asked: Asked, cursor: RtCursor, reading: Reading): Promise<Step> => {
  const { ask, reader } = asked;
  const page = reading.page ?? 1;
  const { items, count } = await ask.read(
    '/tickets',
    { query: whichTickets(asked, cursor), ...ticketFields, orderby: 'LastUpdated', order: 'DESC', per_page: String(pageSize), page: String(page) },
    pageOf(ticketSchema),
  );
  const isFirstReading = cursor.since === null;
  const fresh = items.filter((row) => cursor.seen[row.id] !== row.LastUpdated);
  const wanted = fresh.filter((row, index) => !isFirstReading || isOpenRow(row, reader) || (page === 1 && index < newest));
  const next: Reading = {
    beganAt: reading.beganAt,
    page: count < pageSize ? null : page + 1,
    pending: [...reading.pending, ...wanted.map(({ id }) => id)],
    seen: { ...reading.seen, ...Object.fromEntries(items.filter((row) => isSettled(row, asked)).map((row) => [row.id, row.LastUpdated ?? 0])) },
  };
  return {
    // At once the first time, when there is nothing better; later each comes with its conversation.
    changes: isFirstReading ? fresh.map((row): Unplaced => ({ kind: 'ticket', body: listedTicket(row, reader) })) : [],
    ...afterReading(cursor, next),
  };
};

const isOpenRow = (row: RtTicket, reader: Reader): boolean => isOpen(listedTicket(row, reader));

/** The second of its last update is over: another update would be another second. */
const isSettled = (row: RtTicket, { serverTime }: Asked): boolean => row.LastUpdated !== null && row.LastUpdated < serverTime - 1_000;

/** A second for each clock's grain, and some for the way. */
const overlapMs = 5_000;

/**
 * In seconds before now: a moment of the day would be read in the time zone that the person has set in RT, which misses an
 * hour twice a year and is not told to anybody who may not see it.
 */
const whichTickets = ({ reader, serverTime }: Asked, { since }: RtCursor): string => {
  const own = `Requestor.id = ${Number(reader.person.id)}`;
  return since === null ? own : `${own} AND LastUpdated >= '-${Math.ceil((serverTime - since + overlapMs) / 1000)} seconds'`;
};

const readPending = async ({ ask, reader }: Asked, cursor: RtCursor, reading: Reading): Promise<Step> => {
  const now = reading.pending.slice(0, conversationsPerPage);
  const tickets = await readTickets(ask, now, reader);
  return { changes: tickets.flatMap(changesOf), ...afterReading(cursor, { ...reading, pending: reading.pending.slice(now.length) }) };
};

export const changesOf = ({ ticket, entries }: TicketWithEntries): readonly Unplaced[] => [
  { kind: 'ticket', body: ticket },
  ...entries.map((body): Unplaced => ({ kind: 'entry', body })),
];

/** A reading that has come to its end is where the next one begins. */
const afterReading = (cursor: RtCursor, reading: Reading): Pick<Step, 'next' | 'more'> => {
  if (reading.page !== null || reading.pending.length > 0) return { next: { ...cursor, reading }, more: true };
  const atTheEdge = Object.entries(reading.seen).filter(([, at]) => at >= reading.beganAt - 2 * overlapMs);
  return { next: { ...cursor, reading: null, since: reading.beganAt, seen: Object.fromEntries(atTheEdge) }, more: false };
};
