import { deskPeopleKey, deskPeopleRecordSchema } from '../../contract/assignment.ts';
import { open } from '../../contract/unopened.ts';
import type { DeskPeople } from '../../domain/assignment/desk-people.ts';
import type { PersonStore } from '../person-store.ts';
import { live, type Live } from './live.ts';
import { readSetting } from './setting.ts';

/** Whom this person's desk can give tickets to; null while nobody has told, and where the desk cannot give any. */
export const observeDeskPeople = (store: PersonStore): Live<DeskPeople | null> =>
  live(async () => {
    const { person } = await readSetting(store);
    const row = await store.cache.records.get(deskPeopleKey(person.partitionId));
    return open(deskPeopleRecordSchema, row?.body)[0]?.body ?? null;
  });
