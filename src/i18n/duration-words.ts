import { t } from './translate.ts';

/** How long something lasts so far, in its largest whole unit. */
export const durationWords = (ms: number): string => {
  const wholeMinutes = Math.max(1, Math.floor(ms / 60_000));
  if (wholeMinutes < 60) return t('duration.minutes', { count: wholeMinutes });
  const hours = Math.floor(wholeMinutes / 60);
  return hours < 48 ? t('duration.hours', { count: hours }) : t('duration.days', { count: Math.floor(hours / 24) });
};
