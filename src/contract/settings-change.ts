import * as v from 'valibot';
import { givenId } from './ids.ts';
import { longestPicture } from '../domain/settings/look-picture.ts';
import { settingsPlaces, type SettingsChange } from '../domain/settings/settings-place.ts';

const valueSchema = v.union([v.pipe(v.string(), v.maxLength(1_000)), v.number(), v.boolean(), v.null(), v.pipe(v.array(givenId()), v.maxLength(1_000))]);

/** Only what is wanted is ever a whole picture: what was seen, and what the log tells, are marks of some twenty letters. */
const pictureSchema = v.pipe(v.string(), v.regex(/^data:image\//), v.maxLength(longestPicture));

export const settingsPlaceSchema = v.picklist(settingsPlaces);

export const settingsChangeSchema = v.object({
  place: settingsPlaceSchema,
  from: valueSchema,
  to: v.union([valueSchema, pictureSchema]),
}) satisfies v.GenericSchema<unknown, SettingsChange>;
