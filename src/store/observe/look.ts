import { usualLook, type PartitionLook } from '../../domain/settings/partition-look.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';

/** How the partition of whoever is here looks; null before the first reading has told. */
export const observeLook = ({ cache, person }: PersonStore): Live<PartitionLook | null> =>
  live(async () => {
    const known = (await cache.people.get(person.id))?.body ?? person;
    const partition = (await cache.partitions.get(known.partitionId))?.body;
    return partition ? (partition.look ?? usualLook) : null;
  });
