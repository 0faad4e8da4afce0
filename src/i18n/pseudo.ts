/** English in disguise: accented, a third longer, in brackets. What shows up plain was never translated. */
export const pseudo = (message: string, rightToLeft: boolean): string => {
  const disguised = message.replace(/\{\w+\}|[a-zA-Z]/g, (part) => (part.length > 1 ? part : (accented[part] ?? part)));
  const longer = `${disguised}${'·'.repeat(Math.ceil(message.length / 4))}`;
  // Right-to-left mark and override (Unicode UAX #9): Latin letters then run from right to left.
  return rightToLeft ? `\u202e[${longer}]\u202c` : `[${longer}]`;
};

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => [
    letter,
    [...'åƀçđéƒĝĥîĵķļɱñöþɋřšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŘŠŢÛṼŴẊÝŽ'][index] ?? letter,
  ]),
);
