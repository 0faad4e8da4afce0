/**
 * Everything that was said and done on some tickets, with few requests for all of them together: RT has few workers. RT
 * leaves out what this person may not see only after it has cut a page, so a page that is not full need not be the last
 * one; what is asked for here is nothing that it would leave out.
 */
import type { TicketId } from '../../domain/ids.ts';
import { pageOf, pageSize, type AskRt } from './ask.ts';
import { inTurn } from './in-turn.ts';
import { isEscalation, isText, ticketWithEntries, type Reader, type TicketWithEntries } from './tickets.ts';
import {
  attachmentSchema,
  linksSchema,
  mergedTicketSchema,
  ticketSchema,
  transactionSchema,
  type RtAttachment,
  type RtTicket,
  type RtTransaction,
} from './wire.ts';

export const ticketFields = {
  fields: 'Subject,Status,LastUpdated,Created,Resolved,Due,Queue,Requestor,CustomFields',
  'fields[Queue]': 'Name',
};

/** Tickets that RT does not show this person (any more) are left out, and those that are not theirs: staff may see all of them. */
export const readTickets = async (ask: AskRt, ids: readonly string[], reader: Reader): Promise<readonly TicketWithEntries[]> => {
  const rows = await readRows(ask, ids, `Requestor.id = ${Number(reader.person.id)} AND `);
  const transactions = await readTransactions(ask, rows);
  const attachments = await readAttachments(ask, transactions);
  return inTurn(rows, async (row) => {
    const own = transactions.filter(({ ObjectId }) => ObjectId === row.id);
    const escalates = isEscalation(row, reader.settings) ? await readChasedTicket(ask, row.id) : null;
    return ticketWithEntries(row, { transactions: own, attachments, escalates }, reader);
  });
};

/** Tickets as a list tells them, in no order; `which`: what else must be true of them. */
export const readRows = async (ask: AskRt, ids: readonly string[], which = ''): Promise<readonly RtTicket[]> => {
  if (ids.length === 0) return [];
  const params = { query: `${which}(${anyOf('id', ids)})`, ...ticketFields, per_page: String(pageSize) };
  return (await ask.read('/tickets', params, pageOf(ticketSchema))).items;
};

const anyOf = (field: string, ids: readonly string[]): string => ids.map((id) => `${field} = ${Number(id)}`).join(' OR ');

/** What a timeline tells of: nothing else is asked for, so nothing is left out that would make a page look like the last one. */
const saidTypes = ['Create', 'Correspond'];
const toldTypes = [...saidTypes, 'Status', 'AddLink'];

/**
 * What was said on a ticket that was merged into one of these stays where it was said, and is told with the one that is left.
 * What was done to it (a status, a chase, an escalation) was not done to this one.
 */
const readTransactions = async (ask: AskRt, rows: readonly RtTicket[]): Promise<readonly RtTransaction[]> => {
  if (rows.length === 0) return [];
  const placed = await readMerged(ask, rows);
  const found = await readTransactionsOn(ask, [...placed.keys()]);
  return found
    .flatMap((transaction) => {
      const on = placed.get(transaction.ObjectId);
      if (on === undefined || on === transaction.ObjectId) return [transaction];
      return saidTypes.includes(transaction.Type) ? [{ ...transaction, ObjectId: on, CustomFields: [] }] : [];
    })
    .toSorted((one, other) => Number(one.id) - Number(other.id));
};

/** These tickets and those that were merged into them, each with the one that is left: RT tells of merged ones only where it is asked by that. */
const readMerged = async (ask: AskRt, rows: readonly RtTicket[]): Promise<ReadonlyMap<string, string>> => {
  const query = anyOf(
    'EffectiveId',
    rows.map(({ id }) => id),
  );
  const merged = await ask.readAll('/tickets', { query, fields: 'EffectiveId' }, mergedTicketSchema);
  return new Map([...rows.map(({ id }) => [id, id] as const), ...merged.map(({ id, EffectiveId }) => [id, EffectiveId] as const)]);
};

const readTransactionsOn = (ask: AskRt, ids: readonly string[]): Promise<readonly RtTransaction[]> =>
  ask.readAll(
    '/transactions',
    {
      query: `ObjectType = 'RT::Ticket' AND (${anyOf('ObjectId', ids)}) AND (${toldTypes.map((type) => `Type = '${type}'`).join(' OR ')})`,
      fields: 'Type,Field,OldValue,NewValue,Created,Creator,CustomFields,ObjectId',
      'fields[Creator]': 'Name,RealName',
      orderby: 'id',
    },
    transactionSchema,
  );

const readChasedTicket = async (ask: AskRt, id: string): Promise<TicketId | null> => {
  const { _hyperlinks } = await ask.read(`/ticket/${id}`, {}, linksSchema);
  return (_hyperlinks.find(({ ref }) => ref === 'refers-to')?.id ?? null) as TicketId | null;
};

/** As many as an address can name. */
const transactionsAtOnce = 40;

const readAttachments = async (ask: AskRt, transactions: readonly RtTransaction[]): Promise<readonly RtAttachment[]> => {
  const ids = transactions.filter(({ Type }) => saidTypes.includes(Type)).map(({ id }) => id);
  const parts = Array.from({ length: Math.ceil(ids.length / transactionsAtOnce) }, (_, part) =>
    ids.slice(part * transactionsAtOnce, (part + 1) * transactionsAtOnce),
  );
  return (await inTurn(parts, (part) => readAttachmentsOf(ask, part))).flat();
};

/** The names of all, and the texts: the bytes of a file are fetched when somebody wants them. */
export const readAttachmentsOf = async (ask: AskRt, transactionIds: readonly string[]): Promise<readonly RtAttachment[]> => {
  const all = await listAttachments(ask, transactionIds, [], '');
  if (!all.some(isText)) return all;
  const texts = await listAttachments(ask, transactionIds, withoutFiles, ',Content');
  const byId = new Map(texts.map((text) => [text.id, text]));
  return all.map((each) => byId.get(each.id) ?? each);
};

/** Limits of one field are alternatives, where they say so. */
const withoutFiles = [
  { field: 'ContentType', operator: 'STARTSWITH', value: 'text/' },
  { field: 'Filename', operator: 'IS', value: 'NULL' },
  { field: 'Filename', value: '', entry_aggregator: 'OR' },
];

const listAttachments = (ask: AskRt, transactionIds: readonly string[], more: readonly object[], moreFields: string): Promise<readonly RtAttachment[]> => {
  const wanted = transactionIds.map((id) => ({ field: 'TransactionId', value: Number(id), entry_aggregator: 'OR' }));
  const params = { query: JSON.stringify([...wanted, ...more]), fields: `TransactionId,ContentType,Filename,ContentLength${moreFields}`, orderby: 'id' };
  return ask.readAll('/attachments', params, attachmentSchema);
};
