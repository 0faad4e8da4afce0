/** What overlays need to know beside the ticket: who looks, under which partition's rules, and whose clock counts. */
import { noChase } from '../../domain/chase-policy.ts';
import { usualSimpleStatus, type Partition } from '../../domain/partition.ts';
import { readSyncStatus } from '../cache.ts';
import type { PersonStore } from '../person-store.ts';
import type { OverlaySetting } from './ticket-overlay.ts';

/** Before the first reading nothing can be chased and every status shows as its own. */
const unknownPartition = (store: PersonStore): Partition => ({
  id: store.person.partitionId,
  name: '',
  chase: {
    call: noChase,
    request: noChase,
  },
  simpleStatus: usualSimpleStatus,
  reopenWindowDays: 0,
});

export const readSetting = (store: PersonStore): Promise<OverlaySetting> => {
  const { cache } = store;
  return cache.transaction('r', cache.people, cache.partitions, cache.meta, async () => {
    const person = (await cache.people.get(store.person.id))?.body ?? store.person;
    const partition = (await cache.partitions.get(person.partitionId))?.body ?? unknownPartition(store);
    return { person, partition, clockOffsetMs: (await readSyncStatus(cache)).clockOffsetMs };
  });
};
