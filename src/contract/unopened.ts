/**
 * What only administrators' and chats' screens open: on the way and on the disk it is any object, and whoever opens it parses it
 * (`open`, with the schemas of `records.ts` and `partition-settings.ts`). Nobody else carries what that takes.
 */
import * as v from 'valibot';
import type { PersonChange, RecordChange, RecordKey } from '../domain/records/desk-record.ts';
import type { SettingsChange, SettingsPlace } from '../domain/settings/settings-place.ts';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
export const unopenedPlace = v.custom<SettingsPlace>((value) => typeof value === 'string');

export const unopenedRecord = v.looseObject({ of: v.string(), body: v.looseObject({ id: v.string() }) });
export type UnopenedRecord = v.InferOutput<typeof unopenedRecord>;
export const unopenedSettings = v.looseObject({ id: v.string(), name: v.string() });
export type UnopenedSettings = v.InferOutput<typeof unopenedSettings>;
/** A save of either. */
export const unopenedRecordSave = v.looseObject({ id: v.string() });
export const unopenedSettingsSave = v.looseObject({ id: v.string() });
export type UnopenedThing = v.InferOutput<typeof unopenedRecordSave>;

/** Who waits in a chat queue, or who is there to take it. */
export const unopenedQueue = v.looseObject({ id: v.string() });
export const unopenedPresence = v.looseObject({ id: v.string() });

/** In actions: the backend opens them when it is asked to perform one. */
export const unopenedRecordChange = v.custom<RecordChange>(isObject);
export const unopenedPersonChange = v.custom<PersonChange>(isObject);
export const unopenedSettingsChange = v.custom<SettingsChange>(isObject);

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
