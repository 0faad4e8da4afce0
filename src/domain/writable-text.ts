/** Text that every desk can keep; names, moreover, that read as they were written. */

/** Whole characters only, and none of them the character 0, which PostgreSQL does not take (its manual, §8.3). */
const isWritable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** The same of every text in a value, names of its parts included. */
export const isWritableThroughout = (value: unknown): boolean => {
  if (typeof value === 'string') return isWritable(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) => isWritable(name) && isWritableThroughout(part));
};

/** What was typed or pasted, without what nobody could keep; half of a character becomes the replacement character. */
export const writable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** The same of every text in a value. */
export const writableThroughout = <Value>(value: Value): Value => {
  if (typeof value === 'string') return writable(value) as Value;
  if (Array.isArray(value)) return value.map(writableThroughout) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, writableThroughout<unknown>(part)])) as Value;
};

/**
 * A name on one line: without control characters, and without the marks that turn the reading direction around (UAX #9,
 * §2), by which `gpj.exe` would be read as `exe.jpg`.
 */
export const writableLine = (text: string): string => writable(text.replace(/\p{Cc}+/gu, ' ').replace(/[\u202A-\u202E\u2066-\u2069]/gu, ''));
