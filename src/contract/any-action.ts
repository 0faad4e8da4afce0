import * as v from 'valibot';
import type { PartitionId, PersonId, TicketId } from '../domain/ids.ts';
import { actionEnvelope } from './action-envelope.ts';
import { givenId } from './ids.ts';
import { recordKey } from './unopened.ts';

/** The part of any action that can be answered, whatever its kind: also of kinds that this version does not know. */
export const anyActionSchema = v.looseObject({
  ...actionEnvelope,
  subject: v.variant('kind', [
    v.object({ kind: v.literal('ticket'), id: givenId<TicketId>() }),
    v.object({ kind: v.literal('person'), id: givenId<PersonId>() }),
    v.object({ kind: v.literal('partition'), id: givenId<PartitionId>() }),
    v.object({ kind: v.literal('record'), id: recordKey }),
  ]),
  kind: v.string(),
});
