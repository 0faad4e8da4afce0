import * as v from 'valibot';
import type { ActionId, TicketId } from '../domain/ids.ts';
import { givenId, instant, mintedId } from './ids.ts';

/** What every action carries, whatever it does. */
export const actionEnvelope = {
  v: v.literal(1),
  id: mintedId<ActionId>(),
  after: v.exactOptional(v.pipe(v.array(mintedId<ActionId>()), v.maxLength(100))),
  replaces: v.exactOptional(mintedId<ActionId>()),
  at: instant,
};

export const onTicket = { ...actionEnvelope, subject: v.object({ kind: v.literal('ticket'), id: givenId<TicketId>() }) };
