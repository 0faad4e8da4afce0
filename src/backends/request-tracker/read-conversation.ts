/**
 * Everything that was said and done on some tickets, with few requests for all of them together: RT has few workers. RT
 * leaves out what this person may not see only after it has cut a page, so a page that is not full need not be the last
 * one; what is asked for here is nothing that it would leave out.
 */
import type { TicketId } from '../../domain/ids.ts';
import { pageOf, pageSize, type AskRt } from './ask.ts';
import { inTurn } from './in-turn.ts';
import { isEscalation, isText, ticketWithEntries, type Reader, type TicketWithEntries } from './tickets.ts';
import { attachmentSchema, linksSchema, ticketSchema, transactionSchema, type RtAttachment, type RtTicket, type RtTransaction } from './wire.ts';

export const ticketFields = {
  fields: 'Subject,Status,LastUpdated,Created,Resolved,Due,Queue,Requestor,CustomFields',
  'fields[Queue]': 'Name',
};

/** Tickets that RT does not show this person (any more) are left out, and those that are not theirs: staff may see all of them. */
export const readTickets = async (ask: AskRt, ids: readonly string[], reader: Reader): Promise<readonly TicketWithEntries[]> => {
  const rows = (await readRows(ask, ids)).filter(({ Requestor }) => Requestor.some(({ id }) => id === reader.userName));
  const transactions = await readTransactions(ask, rows);
  const attachments = await readAttachments(ask, transactions);
  return inTurn(rows, async (row) => {
    const own = transactions.filter(({ ObjectId }) => ObjectId === row.id);
    const escalates = isEscalation(row, reader.settings) ? await readChasedTicket(ask, row.id) : null;
    return ticketWithEntries(row, { transactions: own, attachments, escalates }, reader);
  });
};

/** Tickets as a list tells them, in no order. */
export const readRows = async (ask: AskRt, ids: readonly string[]): Promise<readonly RtTicket[]> =>
  ids.length === 0 ? [] : (await ask.read('/tickets', { query: anyOf('id', ids), ...ticketFields, per_page: String(pageSize) }, pageOf(ticketSchema))).items;

const anyOf = (field: string, ids: readonly string[]): string => ids.map((id) => `${field} = ${Number(id)}`).join(' OR ');

/** What a timeline tells of: nothing else is asked for, so nothing is left out that would make a page look like the last one. */
const toldTypes = ['Create', 'Correspond', 'Status', 'AddLink'];

/** What was said on a ticket that was merged into one of these stays where it was said: it is told with that one. */
const readTransactions = async (ask: AskRt, rows: readonly RtTicket[]): Promise<readonly RtTransaction[]> => {
  const all: RtTransaction[] = [];
  for (let on = new Map(rows.map(({ id }) => [id, id])); on.size > 0;) {
    const found = await readTransactionsOn(ask, [...on.keys()]);
    all.push(...found.map((transaction) => ({ ...transaction, ObjectId: on.get(transaction.ObjectId) ?? transaction.ObjectId })));
    on = await readMerged(ask, found, on);
  }
  return all.toSorted((one, other) => Number(one.id) - Number(other.id));
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

/** Which tickets were merged into these: RT says on both that it happened, and on the other one where. */
const readMerged = async (ask: AskRt, found: readonly RtTransaction[], on: ReadonlyMap<string, string>): Promise<Map<string, string>> => {
  const targets = found.filter(({ Type, Field, NewValue, ObjectId }) => Type === 'AddLink' && Field === 'MergedInto' && ticketIn(NewValue) === ObjectId);
  if (targets.length === 0) return new Map();
  const addresses = [...new Set(targets.map(({ NewValue }) => `NewValue = '${NewValue}'`))].join(' OR ');
  const links = await ask.readAll(
    '/transactions',
    { query: `Type = 'AddLink' AND Field = 'MergedInto' AND (${addresses})`, fields: 'Type,Field,NewValue,Creator,ObjectId' },
    transactionSchema,
  );
  return new Map(
    links.filter(({ ObjectId }) => !on.has(ObjectId)).map(({ ObjectId, NewValue }) => [ObjectId, on.get(ticketIn(NewValue)) ?? ticketIn(NewValue)]),
  );
};

const ticketIn = (address: string): string => /\/ticket\/(\d+)$/.exec(address)?.[1] ?? '';

const readChasedTicket = async (ask: AskRt, id: string): Promise<TicketId | null> => {
  const { _hyperlinks } = await ask.read(`/ticket/${id}`, {}, linksSchema);
  return (_hyperlinks.find(({ ref }) => ref === 'refers-to')?.id ?? null) as TicketId | null;
};

/** As many as an address can name. */
const transactionsAtOnce = 40;

const readAttachments = async (ask: AskRt, transactions: readonly RtTransaction[]): Promise<readonly RtAttachment[]> => {
  const ids = transactions.filter(({ Type }) => Type === 'Create' || Type === 'Correspond').map(({ id }) => id);
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
