import type { Day } from '../../domain/instant.ts';
import { formatLongDay } from '../../i18n/translate.ts';

/** A day with its weekday, so that a slip of the finger is seen. */
export const dayWords = (day: Day): string => formatLongDay(new Date(`${day}T12:00:00`).getTime());
