/**
 * Has RT taken this already? It knows no idempotency key, so ours is a value of a custom field, and is looked for. RT
 * hides fields from those who miss a right, without a word: then every look-up finds nothing. So *nothing found* is
 * believed only by a session that has found something of the portal's before, and not within a minute of the send,
 * while the first try may still be running.
 */
import type { RequestTrackerSettings } from '../../contract/request-tracker-settings.ts';
import type { PersonId, TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { pageOf, type AskRt } from './ask.ts';
import { readClientId } from './client-id.ts';
import { foundTicketSchema, foundTransactionSchema } from './wire.ts';

/** What one session has learned: in which of the two places it has found an id of the portal's. */
export type Memory = { readonly hasFound: Set<Place> };
export type Place = 'ticket' | 'transaction';

/** Something of ours that RT holds. */
export type Hit = { readonly ticketId: TicketId; readonly at: Instant };

export type Look = { readonly ask: AskRt; readonly person: PersonId; readonly settings: RequestTrackerSettings; readonly memory: Memory };

const quietMs = 60_000;

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
  if (!look.memory.hasFound.has(place) && !(await findAny(look, place))) return { kind: 'please-check' };
  return unknownForMs < quietMs ? { kind: 'wait' } : { kind: 'not-taken' };
};

/** What RT holds under an id of ours; having found it, the session knows that it can. */
export const find = async ({ ask, person, settings, memory }: Look, place: Place, clientId: string): Promise<readonly Hit[]> => {
  const hits = await (place === 'ticket'
    ? ask
        .read(
          '/tickets',
          { query: `Requestor.id = ${Number(person)} AND CF.{${settings.requestIdField}} = '${clientId}'`, fields: 'Created' },
          pageOf(foundTicketSchema),
        )
        .then(({ items }) => items.map(({ id, Created }) => ({ ticketId: id as TicketId, at: Created ?? 0 })))
    : ask
        .read('/transactions', { query: `CF.{${settings.messageIdField}} = '${clientId}'`, fields: 'Created,ObjectId' }, pageOf(foundTransactionSchema))
        .then(({ items }) => items.map(({ ObjectId, Created }) => ({ ticketId: ObjectId as TicketId, at: Created ?? 0 }))));
  if (hits.length > 0) memory.hasFound.add(place);
  return hits;
};

/** Is anything there that the portal wrote for this person, on this day or an earlier one? */
const findAny = async ({ ask, person, settings, memory }: Look, place: Place): Promise<boolean> => {
  const newestFirst = { orderby: 'id', order: 'DESC', per_page: '1', fields: 'Created,ObjectId,CustomFields' };
  const name = place === 'ticket' ? settings.requestIdField : settings.messageIdField;
  const query = `CF.{${name}} LIKE '-'`;
  const { items } =
    place === 'ticket'
      ? await ask.read('/tickets', { ...newestFirst, query: `Requestor.id = ${Number(person)} AND ${query}` }, pageOf(foundTicketSchema))
      : await ask.read('/transactions', { ...newestFirst, query }, pageOf(foundTransactionSchema));
  const isOurs = items.some(({ CustomFields }) => CustomFields.some((field) => field.name === name && readClientId(field.values[0]) !== null));
  if (isOurs) memory.hasFound.add(place);
  return isOurs;
};
