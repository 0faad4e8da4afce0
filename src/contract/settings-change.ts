import * as v from 'valibot';
import { givenId } from './ids.ts';
import { settingsPlaces, type SettingsChange } from '../domain/settings/settings-place.ts';

const valueSchema = v.union([v.pipe(v.string(), v.maxLength(1_000)), v.number(), v.boolean(), v.null(), v.pipe(v.array(givenId()), v.maxLength(1_000))]);

export const settingsPlaceSchema = v.picklist(settingsPlaces);

export const settingsChangeSchema = v.object({
  place: settingsPlaceSchema,
  from: valueSchema,
  to: valueSchema,
}) satisfies v.GenericSchema<unknown, SettingsChange>;
