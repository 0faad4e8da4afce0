/**
 * The pictures of a look stand in the setting itself, as `data:` URLs: so a look reaches every device in one piece with the
 * rest of the partition, and is there without a network whenever the partition is. They are small and rarely changed.
 */
import type { SettingsPlace, SettingsValue } from './settings-place.ts';

export type PictureField = 'banner' | 'logo';

/** Both together, with what else one save may hold, fit into one request. */
export const pictureLimits: Readonly<Record<PictureField, number>> = { banner: 120_000, logo: 30_000 };

/** What a file of each type begins with, in Base64. SVG is none of them: it may hold script, and what it shows may change. */
const beginnings = { 'image/png': 'iVBORw0KGgo', 'image/jpeg': '/9j/', 'image/webp': 'UklGR' } as const;

export const pictureTypes = Object.keys(beginnings);

export const longestPicture = 'data:image/jpeg;base64,'.length + Math.ceil(pictureLimits.banner / 3) * 4;

export type PictureProblem = 'not-a-picture' | 'too-large';

export const pictureProblem = (url: string, mostBytes: number): PictureProblem | null => {
  const [, type = '', base64 = ''] = /^data:(image\/\w+);base64,([\w+/]+={0,2})$/.exec(url) ?? [];
  const isPicture = Object.entries(beginnings).some(([known, beginning]) => type === known && base64.startsWith(beginning));
  if (!isPicture) return 'not-a-picture';
  return bytesOf(base64) > mostBytes ? 'too-large' : null;
};

const bytesOf = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4);

/** What a save says that it saw, and what the log keeps: the value, but of a picture only a mark by which it is known again. */
export const toldValue = (place: SettingsPlace, value: SettingsValue): SettingsValue =>
  isPicturePlace(place) && typeof value === 'string' && value.startsWith('data:') ? markOf(value) : value;

export const isPicturePlace = (place: SettingsPlace): boolean => place === 'look.banner' || place === 'look.logo';

/** FNV-1a and the length: it tells pictures apart, and nobody gains by two that look the same to it. */
const markOf = (url: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < url.length; at += 1) hash = Math.imul(hash ^ url.charCodeAt(at), 0x01000193);
  return `picture:${url.length}:${(hash >>> 0).toString(16)}`;
};
