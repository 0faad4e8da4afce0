/** What administrators do, whole: opened by the backend, and by the screens of administrators. */
import * as v from 'valibot';
import type { AdministratorAction } from '../domain/action.ts';
import type { PartitionId } from '../domain/ids.ts';
import { actionEnvelope } from './action-envelope.ts';
import { givenId } from './ids.ts';
import { personChangeSchema, recordChangeSchema } from './records.ts';
import { settingsChangeSchema } from './settings-change.ts';
import { recordKey } from './unopened.ts';

const onRecord = { ...actionEnvelope, subject: v.object({ kind: v.literal('record'), id: recordKey }) };

/** Room for one that is too long to be accepted: the refusal should be the desk's, in words, not a parse error. */
const reason = v.pipe(v.string(), v.maxLength(200_000));

export const administratorActionSchema = v.variant('kind', [
  v.object({
    ...actionEnvelope,
    subject: v.object({ kind: v.literal('partition'), id: givenId<PartitionId>() }),
    kind: v.literal('save-settings'),
    data: v.object({ changes: v.pipe(v.array(settingsChangeSchema), v.maxLength(100)), reason: v.pipe(v.string(), v.maxLength(1_000)) }),
  }),
  v.object({ ...onRecord, kind: v.literal('save-record'), data: v.object({ change: recordChangeSchema }) }),
  v.object({ ...onRecord, kind: v.literal('save-people'), data: v.object({ changes: v.pipe(v.array(personChangeSchema), v.maxLength(1_000)) }) }),
  v.object({ ...onRecord, kind: v.literal('invite-person'), data: v.strictObject({}) }),
  v.object({ ...onRecord, kind: v.literal('approve-registration'), data: v.object({ reason }) }),
  v.object({ ...onRecord, kind: v.literal('decline-registration'), data: v.object({ reason }) }),
]) satisfies v.GenericSchema<unknown, AdministratorAction>;
