/** When the desk is there to chat: days of the week, and from when to when, as the clock on the wall says. */
/** Monday is 1 (ISO 8601). */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export type ChatHours = {
  readonly days: readonly Weekday[];
  /** Minutes since midnight. An end before the beginning is on the next day; the same as the beginning is a whole day later. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** IANA's name of the zone whose wall clock counts, or an offset such as `+02:00`. */
  readonly zone: string;
};
