/**
 * A new UUID of version 7 (RFC 9562, §5.7): Unix time in milliseconds in its first 48 bits, chance in the rest. The browser's
 * own of version 4 lends the chance and the variant; that makes a library of it not worth its weight on every visit.
 */
export const newUuid = (now: number = Date.now()): string => {
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
};
