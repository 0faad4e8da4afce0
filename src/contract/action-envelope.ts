import * as v from 'valibot';
import type { ActionId } from '../domain/ids.ts';
import { instant, mintedId } from './ids.ts';

/** What every action carries, whatever it does. */
export const actionEnvelope = {
  v: v.literal(1),
  id: mintedId<ActionId>(),
  after: v.exactOptional(v.pipe(v.array(mintedId<ActionId>()), v.maxLength(100))),
  replaces: v.exactOptional(mintedId<ActionId>()),
  at: instant,
};
