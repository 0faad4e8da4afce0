import type { Day } from '../../domain/instant.ts';
import { intlLocale } from '../../i18n/translate.ts';

/** A day with its weekday, so that a slip of the finger is seen. */
export const dayWords = (day: Day): string =>
  new Intl.DateTimeFormat(intlLocale(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T12:00:00`));
