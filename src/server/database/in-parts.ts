/** Splits into parts of at most this many: one statement for each, and few different statements to prepare. */
export const inParts = <Thing>(things: readonly Thing[], size: number): readonly (readonly Thing[])[] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, index) => things.slice(index * size, (index + 1) * size));
