/** What time it is on the wall of a zone, and whether the desk is there then: for those who chat, and for whoever sets the hours. */
import type { Instant } from '../instant.ts';
import { weekdays, type ChatHours, type Weekday } from './chat-hours.ts';

/** Null is around the clock. From the first minute on, up to and without the last one. */
export const isWithinHours = (hours: ChatHours | null, now: Instant): boolean => {
  if (hours === null) return true;
  const { day, minute } = wallClock(hours.zone, now);
  const { days, fromMinute, toMinute } = hours;
  if (fromMinute < toMinute) return days.includes(day) && minute >= fromMinute && minute < toMinute;
  return (days.includes(day) && minute >= fromMinute) || (days.includes(dayBefore(day)) && minute < toMinute);
};

const dayBefore = (day: Weekday): Weekday => weekdays[(day + 5) % 7] as Weekday;

const wallClock = (zone: string, now: Instant): { readonly day: Weekday; readonly minute: number } => {
  const parts = formatOf(zone).formatToParts(now);
  const said = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { day: (dayNames.indexOf(said('weekday')) + 1) as Weekday, minute: Number(said('hour')) * 60 + Number(said('minute')) };
};

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** To make one takes longer than to ask it a thousand times. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, format);
  return format;
};

/** Is this the name of a zone that the device or the server knows? */
export const isZone = (zone: string): boolean => {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
};
