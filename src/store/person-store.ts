/** One pair of databases per backend and person: nobody ever reads, counts or sends what somebody else made. */
import type { Person } from '../domain/person.ts';
import type { PersonId } from '../domain/ids.ts';
import { CacheDb } from './cache-db.ts';
import { OutboxDb } from './outbox-db.ts';

export type PersonStore = { readonly person: Person; readonly outbox: OutboxDb; readonly cache: CacheDb };

/** `backendKey` tells one deployment's desk from another's on the same origin. */
const databaseNames = (backendKey: string, personId: PersonId) => ({
  outbox: `portico:${backendKey}:${personId}:outbox`,
  cache: `portico:${backendKey}:${personId}:cache`,
});

export const openPersonStore = (backendKey: string, person: Person): PersonStore => {
  const names = databaseNames(backendKey, person.id);
  return { person, outbox: new OutboxDb(names.outbox), cache: new CacheDb(names.cache) };
};

export const closePersonStore = (store: PersonStore): void => {
  store.outbox.close();
  store.cache.close();
};

/** Deletes everything this person has on this device, unsent work included: ask first. */
export const deletePersonStore = async (store: PersonStore): Promise<void> => {
  await store.outbox.delete();
  await store.cache.delete();
};
