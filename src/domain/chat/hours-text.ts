/** Hours in one line, as settings and their log hold them: `1,2,3,4,5 08:00-17:00 Europe/London`. */
import { weekdays, type ChatHours } from './chat-hours.ts';
import { isZone } from './within-hours.ts';

const form = /^([1-7](?:,[1-7])*) ([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d) (\S{1,60})$/;

/** Null for around the clock, and for what is no such line. */
export const readHours = (text: string): ChatHours | null => {
  const match = form.exec(text);
  if (!match) return null;
  const [, days = '', fromHour, fromMinute, toHour, toMinute, zone = ''] = match;
  return {
    days: weekdays.filter((day) => days.split(',').includes(String(day))),
    fromMinute: Number(fromHour) * 60 + Number(fromMinute),
    toMinute: Number(toHour) * 60 + Number(toMinute),
    zone,
  };
};

export const writeHours = ({ days, fromMinute, toMinute, zone }: ChatHours): string => `${days.join(',')} ${timeOf(fromMinute)}-${timeOf(toMinute)} ${zone}`;

/** `08:30` for the minute 510 of a day. */
export const timeOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Around the clock, or hours that can be read, in a zone that is known. */
export const isHoursText = (text: string): boolean => {
  if (text === '') return true;
  const hours = readHours(text);
  return hours !== null && isZone(hours.zone);
};
