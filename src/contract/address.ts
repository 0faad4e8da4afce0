import * as v from 'valibot';

/** Empty (same origin), a path, or an address with its scheme. */
export const address = v.pipe(v.string(), v.regex(/^$|^\/|^https?:\/\//, 'an address is empty, a path or http(s)://…'));

/** What paths are put behind: without the slash that people like to end an address with. */
export const root = v.pipe(
  address,
  v.transform((text) => text.replace(/\/+$/, '')),
);
