/**
 * Days with a time, as the form asks for them. RT reads and shows them in the time zone that a person has set there, and tells
 * them in UTC: so the portal does the same, whatever the clock of the device says.
 */

/** `2026-11-30T14:00:00Z` as `2026-11-30 15:00` in Berlin; with its zone named where the person has none of their own. */
export const momentIn = (told: string, zone: string): string => {
  if (zone === '' || !isKnown(zone)) return `${told.slice(0, 16).replace('T', ' ')} UTC`;
  // Swedes write days as the standard does (ISO 8601).
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  return format.format(Date.parse(told));
};

const isKnown = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat(undefined, { timeZone: zone }) !== null;
  } catch {
    return false;
  }
};
