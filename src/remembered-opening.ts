/**
 * What the opening shows, kept where it can be read at once: the real settings and the device's record are asked for while
 * it stands, and they have the last word. Goes with the sign-out.
 */
import * as v from 'valibot';
import { porticoJsonSchema, type PorticoJson } from './contract/portico-json.ts';
import { recall, remember } from './ui/remembered.ts';
import type { Brand } from './ui/theme.ts';

const storageKey = 'portico:opening';
const openingSchema = v.object({ settings: porticoJsonSchema, name: v.string(), brand: v.record(v.string(), v.string()) });

/** `brand` is what was seen the last time: the deployment's, with the look of the person's partition over it. */
type RememberedOpening = { readonly settings: PorticoJson; readonly name: string; readonly brand: Brand };

export const rememberOpening = (opening: RememberedOpening | null): void => remember(storageKey, opening && JSON.stringify(opening));

/** Null where nobody is signed in, and for what cannot be understood. */
export const recallOpening = (): RememberedOpening | null => {
  try {
    const parsed = v.safeParse(openingSchema, JSON.parse(recall(storageKey) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};
