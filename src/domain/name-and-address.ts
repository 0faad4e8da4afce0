/** What people are called, and how they are written to: the same wherever somebody is asked for it. */

export const longestName = 80;

/** As much of an address as can be told without writing to it (RFC 5321, §4.5.3.1: at most 254 characters). */
export const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s@<>()[\]",;:\\]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
