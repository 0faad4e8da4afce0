import type { Instant } from '../../domain/instant.ts';
import { formatTime, formatWhen } from '../../i18n/format-date.ts';
import { t } from '../../i18n/translate.ts';

/** How many chases are left, in words. */
export const leftWords = (left: number, max: number): string => (left > 0 ? t('chase.left', { left, count: max }) : t('chase.noneLeft'));

/** When it is possible again; both times by this device's clock. Near enough, also how long that is. */
export const againWords = (possibleAt: Instant, now: Instant): { readonly when: string; readonly countdown: string } => {
  const isToday = new Date(possibleAt).toDateString() === new Date(now).toDateString();
  return {
    when: isToday ? t('chase.again', { time: formatTime(possibleAt) }) : t('chase.againOn', { when: formatWhen(possibleAt, now) }),
    countdown: countdownWords(possibleAt - now),
  };
};

const countdownWords = (leftMs: number): string => {
  const seconds = Math.ceil(leftMs / 1_000);
  if (seconds <= 90) return t('chase.inSeconds', { count: Math.max(1, seconds) });
  return seconds <= 3_600 ? t('chase.inMinutes', { count: Math.ceil(seconds / 60) }) : '';
};
