import * as v from 'valibot';
import { givenId } from './ids.ts';
import { longestPicture } from '../domain/settings/look-picture.ts';
import { settingsPlaces, type SettingsChange } from '../domain/settings/settings-place.ts';

const valueSchema = (longestText: number) =>
  v.union([v.pipe(v.string(), v.maxLength(longestText)), v.number(), v.boolean(), v.null(), v.pipe(v.array(givenId()), v.maxLength(1_000))]);

export const settingsPlaceSchema = v.picklist(settingsPlaces);

/** What is wanted may be a picture; of what was seen, and in the log, there is only its mark. */
export const settingsChangeSchema = v.object({
  place: settingsPlaceSchema,
  from: valueSchema(1_000),
  to: valueSchema(longestPicture),
}) satisfies v.GenericSchema<unknown, SettingsChange>;
