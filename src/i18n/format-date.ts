/** Moments as people say them. */
import { intlLocale, t } from './translate.ts';

/** On one line, always: "PM" alone at the start of the next one reads like nothing. */
export const formatTime = (at: number): string => new Intl.DateTimeFormat(intlLocale(), { timeStyle: 'short' }).format(at).replace(/\s/g, '\u00a0');
export const formatDate = (at: number): string => new Intl.DateTimeFormat(intlLocale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(at);

/** `2026-11-30` with its weekday, so that a slip of the finger is seen. */
export const formatDay = (day: string): string =>
  new Intl.DateTimeFormat(intlLocale(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T12:00:00`));

/** The day of today, in full. */
export const formatToday = (now: number): string => new Intl.DateTimeFormat(intlLocale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(now);

/** A day as people say it: today and yesterday by name, this week by its weekday. */
export const formatWhen = (at: number, now: number): string => {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (daysAgo === 0) return t('when.today', { time: formatTime(at) });
  if (daysAgo === 1) return t('when.yesterday', { time: formatTime(at) });
  if (daysAgo === -1) return t('when.tomorrow', { time: formatTime(at) });
  return Math.abs(daysAgo) < 7 ? `${shortDay(at)} ${formatTime(at)}` : formatDate(at);
};

const shortDay = (at: number): string => new Intl.DateTimeFormat(intlLocale(), { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
