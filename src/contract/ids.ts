import * as v from 'valibot';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id minted by a device: a UUID in lower case (RFC 9562). The type argument says which kind of id. */
export const mintedId = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.regex(uuidPattern, 'not a UUID in lower case'),
    v.transform((text) => text as Id),
  );

/** An id given by a backend: any short name. Without the character 0, which PostgreSQL does not take. */
export const givenId = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(200),
    v.regex(/^[^\0]+$/, 'the character 0'),
    v.transform((text) => text as Id),
  );

/** Up to the year 9999: with room for what is added to it and taken away, all of it can be written as a date. */
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(253_402_300_799_999));
