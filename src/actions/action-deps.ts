/** What an intention needs: the person's store, the device's clock, a mint for ids, and somebody to tell. */
import type { Instant } from '../domain/instant.ts';
import type { PersonStore } from '../store/person-store.ts';

export type ActionDeps = {
  readonly store: PersonStore;
  readonly now: () => Instant;
  /** A new UUIDv7 (RFC 9562). */
  readonly newId: () => string;
  /** Called once something was queued and is on the disk: the sync loop takes it from there. */
  readonly onPerformed: () => void;
};

/** Ids of one kind, from the mint. */
export const mint = <Id extends string>(deps: Pick<ActionDeps, 'newId'>): Id => deps.newId() as Id;
