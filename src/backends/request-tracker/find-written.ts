/**
 * Has RT taken this already? It knows no idempotency key, so ours is a value of a custom field, and is looked for. RT
 * hides fields from those who miss a right, without a word: then every look-up finds nothing. So *nothing found* is
 * believed only where this session has found something of the portal's before and has never missed what it wrote itself,
 * and not within a minute of the send, while the first try may still be running.
 */
import type { RequestTrackerSettings } from '../../contract/request-tracker-settings.ts';
import type { PersonId, TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { pageOf, type AskRt } from './ask.ts';
import { readClientId } from './client-id.ts';
import { foundTicketSchema, foundTransactionSchema, valueOf } from './wire.ts';

/** Where ids of the portal's are looked for: in the tickets of a queue (its id or name), or in what was said on tickets. */
export type Place = { readonly kind: 'ticket'; readonly queue: string } | { readonly kind: 'transaction' };

/** What one session has learned, by place: where it has found an id of the portal's, and where it could not find its own. */
export type Memory = { readonly found: Set<string>; readonly blind: Set<string> };

const keyOf = (place: Place): string => (place.kind === 'ticket' ? `ticket in ${place.queue}` : place.kind);

/** Something of ours that RT holds; `transactionId` of what was said on a ticket. */
export type Hit = { readonly ticketId: TicketId; readonly at: Instant; readonly transactionId: string | null };

export type Look = { readonly ask: AskRt; readonly person: PersonId; readonly settings: RequestTrackerSettings; readonly memory: Memory };

/** After so long, a request that its sender gave up on is over. */
export const quietMs = 60_000;

export type Finding =
  | { readonly kind: 'taken'; readonly hit: Hit }
  /** Certain: it may be sent again. */
  | { readonly kind: 'not-taken' }
  /** Too soon to tell. */
  | { readonly kind: 'wait' }
  /** It cannot be asked here, or there are two: for a person to look at. */
  | { readonly kind: 'please-check' };

export const findWritten = async (look: Look, place: Place, clientId: string, unknownForMs: number): Promise<Finding> => {
  const hits = await find(look, place, clientId);
  if (hits.length > 1) return { kind: 'please-check' };
  if (hits[0]) return { kind: 'taken', hit: hits[0] };
  if (!(await canBeAsked(look, place))) return { kind: 'please-check' };
  return unknownForMs < quietMs ? { kind: 'wait' } : { kind: 'not-taken' };
};

const canBeAsked = async (look: Look, place: Place): Promise<boolean> => {
  const { found, blind } = look.memory;
  if (blind.has(keyOf(place))) return false;
  return found.has(keyOf(place)) || findAny(look, place);
};

/** What RT holds under an id of ours; having found it, the session knows that it can. */
export const find = async (look: Look, place: Place, clientId: string): Promise<readonly Hit[]> => {
  const rows = await read(look, place, `= '${clientId}'`, {});
  if (rows.length > 0) remember(look, place);
  return rows;
};

/** RT holds something of ours, and a look-up did not find it: from now on *nothing found* says nothing there. */
export const forgetFound = ({ memory }: Look, place: Place): void => {
  memory.found.delete(keyOf(place));
  memory.blind.add(keyOf(place));
};

const remember = ({ memory }: Look, place: Place): void => {
  memory.found.add(keyOf(place));
  memory.blind.delete(keyOf(place));
};

/** Is the newest of what has something in that field the portal's own? */
const findAny = async (look: Look, place: Place): Promise<boolean> => {
  const own = Number(look.person);
  const query = place.kind === 'ticket' ? `Requestor.id = ${own} AND Queue = '${quoted(place.queue)}' AND ` : `Creator = ${own} AND `;
  const rows = await read(look, place, "LIKE '-'", { orderby: 'id', order: 'DESC', per_page: '1' }, query);
  const isOurs = rows.some(({ clientId }) => readClientId(clientId) !== null);
  if (isOurs) remember(look, place);
  return isOurs;
};

type Row = Hit & { readonly clientId: string | undefined };

/** `condition`: what is asked of the field that holds our ids; `where`: what else. The desk may have moved a ticket, merged it, and changed whose it is. */
const read = async (
  { ask, settings }: Look,
  place: Place,
  condition: string,
  paging: Readonly<Record<string, string>>,
  where = '',
): Promise<readonly Row[]> => {
  const fields = 'Created,ObjectId,EffectiveId,CustomFields';
  if (place.kind === 'ticket') {
    const name = settings.requestIdField;
    const { items } = await ask.read(
      '/tickets',
      { query: `${where}EffectiveId > 0 AND CF.{${name}} ${condition}`, fields, ...paging },
      pageOf(foundTicketSchema),
    );
    return items.map(({ EffectiveId, Created, CustomFields }) => ({
      ticketId: EffectiveId as TicketId,
      at: Created ?? 0,
      transactionId: null,
      clientId: valueOf(CustomFields, name),
    }));
  }
  const name = settings.messageIdField;
  const { items } = await ask.read('/transactions', { query: `${where}CF.{${name}} ${condition}`, fields, ...paging }, pageOf(foundTransactionSchema));
  return items.map(({ id, ObjectId, Created, CustomFields }) => ({
    ticketId: ObjectId as TicketId,
    at: Created ?? 0,
    transactionId: id,
    clientId: valueOf(CustomFields, name),
  }));
};

const quoted = (name: string): string => name.replaceAll(/['\\]/g, String.raw`\$&`);
