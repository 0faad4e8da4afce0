import type { Day, Instant } from '../domain/instant.ts';

/** The day of a moment by this device's own calendar. */
export const localDay = (at: Instant): Day => {
  const date = new Date(at);
  return [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');
};
