import type { ActionId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

/** Why an action is held, while it is; null for none. */
export const observeHeldRefusal = (store: PersonStore, id: ActionId | null): Live<Refusal | null> =>
  live(async () => (id === null ? null : ((await store.outbox.actions.where('id').equals(id).first())?.heldBecause ?? null)));
