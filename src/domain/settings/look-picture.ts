/**
 * The pictures of a look stand in the setting itself, as `data:` URLs: so a look reaches every device in one piece with the
 * rest of the partition, and is there without a network whenever the partition is. They are small and rarely changed.
 */
import type { SettingsPlace } from './settings-place.ts';

export type PictureField = 'banner' | 'logo';

/** In bytes. Both together, with what else one save may hold, fit into one request. */
export const pictureLimits: Readonly<Record<PictureField, number>> = { banner: 120_000, logo: 30_000 };

export const longestPicture = 'data:image/jpeg;base64,'.length + Math.ceil(pictureLimits.banner / 3) * 4;

export const isPicturePlace = (place: SettingsPlace): boolean => place === 'look.banner' || place === 'look.logo';
