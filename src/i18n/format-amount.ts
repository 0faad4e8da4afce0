/** Amounts: numbers, sizes, and how long ago something was. */
import { intlLocale, t } from './translate.ts';

export const formatNumber = (value: number): string => new Intl.NumberFormat(intlLocale(), { maximumFractionDigits: 20 }).format(value);

/** "20 minutes ago", in the largest unit that is at least one. */
export const formatAgo = (at: number, now: number): string => {
  const seconds = Math.round((at - now) / 1000);
  const format = new Intl.RelativeTimeFormat(intlLocale(), { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return t('when.justNow');
  if (Math.abs(seconds) < 3_600) return format.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return format.format(Math.round(seconds / 3_600), 'hour');
  return format.format(Math.round(seconds / 86_400), 'day');
};

export const formatBytes = (bytes: number): string => {
  if (bytes < 1_000) return t('size.bytes', { count: bytes });
  const [value, unit] = largestUnit(bytes);
  return new Intl.NumberFormat(intlLocale(), { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
};

const largestUnit = (bytes: number): readonly [number, 'kilobyte' | 'megabyte' | 'gigabyte'] => {
  if (bytes < 1_000_000) return [bytes / 1_000, 'kilobyte'];
  return bytes < 1_000_000_000 ? [bytes / 1_000_000, 'megabyte'] : [bytes / 1_000_000_000, 'gigabyte'];
};
