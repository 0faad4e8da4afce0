/** What every action needs: never a blind re-send, and success is what RT now holds, never the status of its answer. */
import type { Answer } from '../../contract/receipt.ts';
import type { Action } from '../../domain/action.ts';
import type { TicketId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Outgoing } from '../backend.ts';
import type { AskRt, RtAnswer } from './ask.ts';
import { writeClientId, type Purpose } from './client-id.ts';
import { find, findWritten, quietMs, forgetFound, type Hit, type Look, type Memory, type Place } from './find-written.ts';
import { readTickets } from './read-conversation.ts';
import type { Reader, TicketWithEntries } from './tickets.ts';

export type Performing = {
  readonly ask: AskRt;
  readonly reader: Reader;
  readonly memory: Memory;
  /** RT's clock. */ readonly serverTime: Instant;
  /** The device's. */ readonly now: Instant;
};

/** One action; `ticketId`: RT's own id of the ticket that it is about. */
export type Context = Performing & { readonly outgoing: Outgoing; readonly ticketId: TicketId };

/** Where a receipt stands in a feed that has no positions: it is seen by the first reading that begins after it. */
const seenByTheNextReading = Number.MAX_SAFE_INTEGER;

export const applied = (action: Action, at: Instant, position = seenByTheNextReading): Extract<Answer, { outcome: 'applied' }> => ({
  outcome: 'applied',
  id: action.id,
  at,
  position,
});

export const refused = ({ serverTime }: Performing, action: Action, refusal: Refusal): Answer => ({
  outcome: 'refused',
  id: action.id,
  at: serverTime,
  refusal,
});

export const lookFrom = ({ ask, reader, memory }: Performing): Look => ({ ask, memory, person: reader.person.id, settings: reader.settings });

export const readOne = async ({ ask, reader, ticketId }: Context): Promise<TicketWithEntries | null> => (await readTickets(ask, [ticketId], reader))[0] ?? null;

type Writing = {
  readonly place: Place;
  /** Null for what needs no word of its own: a request, a reply. */
  readonly purpose: Purpose | null;
  readonly write: () => Promise<RtAnswer>;
  /** What is wrong with what RT holds, though it took it; null for nothing. */
  readonly faultOf?: (hit: Hit) => Promise<Refusal | null>;
};

/** Writes under an id of ours unless RT holds it already; then reads back what it holds. */
export const writeOnce = async (context: Context, { place, purpose, write, faultOf = async () => null }: Writing): Promise<Answer> => {
  const { outgoing, now } = context;
  const { action } = outgoing;
  const clientId = writeClientId(action.id, purpose);
  const look = lookFrom(context);
  if (outgoing.outcomeUnknown) {
    const finding = await findWritten(look, place, clientId, now - (outgoing.unknownSince ?? 0));
    if (finding.kind === 'taken') return receiptUnlessFaulty(context, finding.hit, faultOf);
    if (finding.kind === 'please-check') return refused(context, action, { kind: 'please-check' });
    if (finding.kind === 'wait') return notYet(action);
  }
  const answer = await write();
  if (!answer.ok) return refused(context, action, await refusalOf(context, answer));
  const hits = await find(look, place, clientId);
  // Delivered twice on the way: no look-up beforehand could have seen that.
  if (hits.length > 1) return refused(context, action, { kind: 'please-check' });
  if (hits[0]) return receiptUnlessFaulty(context, hits[0], faultOf);
  // RT took it, and does not show our id: whatever was found here before, nothing can be told by looking any more.
  forgetFound(look, place);
  // What is only told from a reply by its id has become a reply.
  if (purpose !== null) return refused(context, action, { kind: 'please-check' });
  return receiptOf(action, { ticketId: (madeTicketId(answer) ?? context.ticketId) as TicketId, at: answer.serverTime });
};

/** While an earlier try may still be running, what comes along with an action is not written beside it. */
export const mayOtherTryRun = ({ outgoing: { outcomeUnknown, unknownSince }, now }: Context): boolean => outcomeUnknown && now - (unknownSince ?? 0) < quietMs;

/** To be asked again later: nothing of it is in more doubt than before. */
export const notYet = ({ id }: Action): Answer => ({ outcome: 'not-attempted', id, because: id });

const receiptUnlessFaulty = async (context: Context, hit: Hit, faultOf: NonNullable<Writing['faultOf']>): Promise<Answer> => {
  const { action } = context.outgoing;
  const fault = await faultOf(hit);
  return fault ? refused(context, action, fault) : receiptOf(action, hit);
};

const madeTicketId = ({ location }: RtAnswer): string | null => /\/ticket\/(\d+)$/.exec(location ?? '')?.[1] ?? null;

const receiptOf = (action: Action, { ticketId, at }: Pick<Hit, 'ticketId' | 'at'>): Answer =>
  action.kind === 'raise-ticket' ? { ...applied(action, at), madeId: ticketId, number: `#${ticketId}` } : applied(action, at);

/** RT's no, of a resource that says it by status. Of a ticket that this person may not see nothing says that it is there. */
const refusalOf = async (context: Context, { status }: RtAnswer): Promise<Refusal> => {
  const isAboutTicket = context.outgoing.action.kind !== 'raise-ticket';
  if (isAboutTicket && !(await readOne(context))) return { kind: 'not-found' };
  // It says *Permission Denied* with 400 as well.
  return { kind: status === 403 || status === 400 ? 'not-allowed' : 'not-supported' };
};
