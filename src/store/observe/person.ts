import type { Partition } from '../../domain/partition.ts';
import type { Person } from '../../domain/person.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';
import { readSetting } from './setting.ts';

/** The person as the desk knows them, and the rules of their partition. */
export const observePerson = (store: PersonStore): Live<{ readonly person: Person; readonly partition: Partition; readonly clockOffsetMs: number }> =>
  live(() => readSetting(store));
