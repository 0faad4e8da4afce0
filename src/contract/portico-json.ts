/** `portico.json`: what one deployment decides. Read at run time, so that one build serves many deployments. */
import * as v from 'valibot';
import { address, root } from './address.ts';

const colour = v.pipe(v.string(), v.regex(/^(#[0-9a-f]{6}|oklch\([0-9.%\s]+\))$/i, 'a colour is #rrggbb or oklch(L C H)'));

const porticoBackend = v.object({ kind: v.optional(v.literal('portico'), 'portico'), address: v.optional(root, '') });
/** The rest of it is `request-tracker-settings.ts`: read by deployments that have one, so that no other carries it. */
const requestTrackerBackend = v.looseObject({ kind: v.literal('request-tracker'), address: v.optional(root, '') });

const settingsSchema = v.object({
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80)), 'Service Desk'),
  shortName: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(20))),
  backend: v.optional(v.variant('kind', [porticoBackend, requestTrackerBackend]), { kind: 'portico' }),
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
