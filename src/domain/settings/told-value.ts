/** What a save says that it saw, and what the log keeps: the value, but of a picture only a mark by which it is known again. */
import { isPicturePlace } from './look-picture.ts';
import { valueAt, type PartitionSettings } from './partition-settings.ts';
import type { SettingsPlace, SettingsValue } from './settings-place.ts';

export const toldValue = (place: SettingsPlace, value: SettingsValue): SettingsValue =>
  isPicturePlace(place) && typeof value === 'string' && value.startsWith('data:') ? markOf(value) : value;

/** What is set in a place, as a save tells of it. */
export const seenAt = (settings: PartitionSettings, place: SettingsPlace): SettingsValue => toldValue(place, valueAt(settings, place));

/** FNV-1a and the length: it tells pictures apart, and nobody gains by two that look the same to it. */
const markOf = (url: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < url.length; at += 1) hash = Math.imul(hash ^ url.charCodeAt(at), 0x01000193);
  return `picture:${url.length}:${(hash >>> 0).toString(16)}`;
};
