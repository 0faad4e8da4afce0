/** What is worth telling at once and not worth keeping: it is no action, and leaves nothing behind. */
import * as v from 'valibot';
import type { PersonId, TicketId } from '../domain/ids.ts';
import { givenId } from './ids.ts';

/** Somebody types in the chat that is held on this ticket. */
export const signalSchema = v.object({ kind: v.literal('typing'), ticketId: givenId<TicketId>() });
export type Signal = v.InferOutput<typeof signalSchema>;

/** The same as the other side hears it. */
export const heardSignalSchema = v.object({ ...signalSchema.entries, by: v.object({ id: givenId<PersonId>(), name: v.string() }) });
export type HeardSignal = v.InferOutput<typeof heardSignalSchema>;
