/**
 * What only the screens of administrators, of chats and of the desk open: on the way and on the disk it is any object, and
 * whoever opens it parses it (`open`, with the schemas of `records.ts`, `partition-settings.ts`, `assignment.ts`, `status-record.ts`).
 * Nobody else carries what that takes.
 */
import * as v from 'valibot';
import { administratorKinds, type ActionOf, type AdministratorAction } from '../domain/action.ts';
import type { FieldProblem } from '../domain/records/field-problem.ts';
import type { RecordKey } from '../domain/records/desk-record.ts';
import type { SettingsPlace } from '../domain/settings/settings-place.ts';
import { actionEnvelope } from './action-envelope.ts';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
export const unopenedProblem = v.custom<FieldProblem>(isObject);
export const unopenedPlace = v.custom<SettingsPlace>((value) => typeof value === 'string');

export const unopenedRecord = v.looseObject({ of: v.string(), body: v.looseObject({ id: v.string() }) });
export type UnopenedRecord = v.InferOutput<typeof unopenedRecord>;
export const unopenedSettings = v.looseObject({ id: v.string(), name: v.string() });
export type UnopenedSettings = v.InferOutput<typeof unopenedSettings>;
/** A save of either; who waits in a chat queue, or who is there to take it. */
export const unopenedThing = v.looseObject({ id: v.string() });
export type UnopenedThing = v.InferOutput<typeof unopenedThing>;

type Unopened = AdministratorAction | ActionOf<'assign'>;
export const unopenedSubject = v.custom<Unopened['subject']>(isObject);
export const unopenedData = v.custom<Unopened['data']>(isObject);
export const unopenedKind = v.picklist([...administratorKinds, 'assign']);

/** What administrators do, and the desk among itself: the backend opens it when it is asked to perform it (`opened-action.ts`). */
export const unopenedAction = v.pipe(
  v.object({
    ...actionEnvelope,
    subject: unopenedSubject,
    kind: unopenedKind,
    data: unopenedData,
  }),
  v.transform((action) => action as Unopened),
);

/** `group/network`: a kind, and an id of that kind. */
export const recordKey = v.pipe(
  v.string(),
  v.regex(/^[a-z-]+\/[^\0]{1,200}$/),
  v.transform((key) => key as RecordKey),
);

/** What this version cannot read is left out. */
export const open = <Schema extends v.GenericSchema>(schema: Schema, body: unknown): readonly v.InferOutput<Schema>[] => {
  const parsed = v.safeParse(schema, body);
  return parsed.success ? [parsed.output] : [];
};
