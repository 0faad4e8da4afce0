/** `portico.json`: what one deployment decides. Read at run time, so that one build serves many deployments. */
import * as v from 'valibot';

const colour = v.pipe(v.string(), v.regex(/^(#[0-9a-f]{6}|oklch\([0-9.%\s]+\))$/i, 'a colour is #rrggbb or oklch(L C H)'));
/** Empty (same origin), a path, or an address with its scheme. */
const address = v.pipe(v.string(), v.regex(/^$|^\/|^https?:\/\//, 'an address is empty, a path or http(s)://…'));

/** What paths are put behind: without the slash that people like to end an address with. */
const root = v.pipe(
  address,
  v.transform((text) => text.replace(/\/+$/, '')),
);

const settingsSchema = v.object({
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80)), 'Service Desk'),
  shortName: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(20))),
  backend: v.optional(v.object({ kind: v.optional(v.picklist(['portico']), 'portico'), address: v.optional(root, '') }), {}),
  brand: v.optional(v.object({ light: v.exactOptional(colour), dark: v.exactOptional(colour), logo: v.exactOptional(address) }), {}),
  /** A deployment's own words, by message key, over the built-in ones. */
  vocabulary: v.optional(v.record(v.string(), v.string()), {}),
  /** Where "Forgotten your password?" leads: an address, or words that say whom to ask. */
  forgottenPassword: v.optional(v.object({ address: v.exactOptional(v.string()), words: v.exactOptional(v.string()) }), {}),
});

/** A list would pass for an object in which everything was left out. */
export const porticoJsonSchema = v.pipe(
  v.unknown(),
  v.check((value) => !Array.isArray(value), 'the settings are an object, not a list'),
  settingsSchema,
);

export type PorticoJson = v.InferOutput<typeof porticoJsonSchema>;
