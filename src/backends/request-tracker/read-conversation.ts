/** Everything that was said and done on some tickets, with few requests at a time: RT has few workers. */
import type { TicketId } from '../../domain/ids.ts';
import type { AskRt } from './ask.ts';
import type { Conversation } from './tickets.ts';
import { inTurn } from './in-turn.ts';
import { isEscalation, ticketWithEntries, type Reader, type TicketWithEntries } from './tickets.ts';
import { attachmentBodySchema, attachmentSchema, linksSchema, ticketSchema, transactionSchema, type RtAttachment, type RtTicket } from './wire.ts';
import { bytesOfBase64 } from './base64.ts';

export const ticketFields = {
  fields: 'Subject,Status,LastUpdated,Created,Resolved,Due,Queue,Requestor,CustomFields',
  'fields[Queue]': 'Name',
};

/** Tickets that RT does not show this person (any more) are left out. */
export const readTickets = async (ask: AskRt, ids: readonly string[], reader: Reader): Promise<readonly TicketWithEntries[]> => {
  const rows = await readRows(ask, ids);
  return inTurn(rows, async (row) => ticketWithEntries(row, await readConversation(ask, row, reader), reader));
};

/** Tickets as a list tells them, in no order. */
export const readRows = async (ask: AskRt, ids: readonly string[]): Promise<readonly RtTicket[]> =>
  ids.length === 0 ? [] : ask.readAll('/tickets', { query: ids.map((id) => `id = ${Number(id)}`).join(' OR '), ...ticketFields }, ticketSchema);

const readConversation = async (ask: AskRt, row: RtTicket, reader: Reader): Promise<Conversation> => {
  const { id } = row;
  const transactions = await ask.readAll(
    `/ticket/${id}/history`,
    { fields: 'Type,Field,OldValue,NewValue,Created,Creator,CustomFields', 'fields[Creator]': 'Name,RealName' },
    transactionSchema,
  );
  const sizes = await ask.readAll(`/ticket/${id}/attachments`, { fields: 'TransactionId,ContentType,Filename,ContentLength' }, attachmentSchema);
  return {
    transactions: transactions.toSorted((one, other) => Number(one.id) - Number(other.id)),
    attachments: await withTexts(ask, id, sizes),
    escalates: isEscalation(row, reader.settings) ? await readChasedTicket(ask, id) : null,
  };
};

const readChasedTicket = async (ask: AskRt, id: string): Promise<TicketId | null> => {
  const { _hyperlinks } = await ask.read(`/ticket/${id}`, {}, linksSchema);
  return (_hyperlinks.find(({ ref }) => ref === 'refers-to')?.id ?? null) as TicketId | null;
};

/** One list brings all texts, and the bytes of all files with them: only where those are small. */
const withTexts = async (ask: AskRt, ticketId: string, sizes: readonly RtAttachment[]): Promise<readonly RtAttachment[]> => {
  const texts = sizes.filter(isText);
  const filesWeigh = sizes.reduce((sum, each) => sum + (isText(each) ? 0 : each.ContentLength), 0);
  if (texts.length === 0) return sizes;
  if (filesWeigh < 100_000)
    return ask.readAll(`/ticket/${ticketId}/attachments`, { fields: 'TransactionId,ContentType,Filename,ContentLength,Content' }, attachmentSchema);
  const read = await inTurn(texts, async (text) => ({ ...text, Content: await readText(ask, text.id) }));
  const byId = new Map(read.map((text) => [text.id, text]));
  return sizes.map((each) => byId.get(each.id) ?? each);
};

const isText = ({ Filename, ContentType }: RtAttachment): boolean => Filename === '' && ContentType.startsWith('text/');

const readText = async (ask: AskRt, id: string): Promise<string> => {
  const { Content } = await ask.read(`/attachment/${id}`, {}, attachmentBodySchema);
  return new TextDecoder().decode(bytesOfBase64(Content));
};
