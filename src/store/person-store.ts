/** One pair of databases per backend and person: nobody ever reads, counts or sends what somebody else made. */
import type { Person } from '../domain/person.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Dexie } from 'dexie';
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
  return { person, outbox: endsWhenDeleted(new OutboxDb(names.outbox)), cache: endsWhenDeleted(new CacheDb(names.cache)) };
};

/**
 * What another tab deletes as somebody signs out stays deleted: Dexie by itself would open the database anew for whatever
 * is still on its way here, and leave it full of what nobody should find.
 */
const endsWhenDeleted = <Db extends Dexie>(db: Db): Db => {
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion !== null) return undefined;
    db.close();
    return false;
  });
  return db;
};

export const closePersonStore = (store: PersonStore): void => {
  store.outbox.close();
  store.cache.close();
};

/** Deletes everything this person has on this device, unsent work included: ask them first. */
export const deletePersonStore = async (store: PersonStore): Promise<void> => {
  await store.outbox.delete();
  await store.cache.delete();
};
