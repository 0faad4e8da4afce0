/** Northwind: a council and a hospital with people, a catalogue, knowledge and tickets, to try everything out with. */
import type { Instant } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import type { Organisation } from '../install-organisation.ts';
import { brokenEquipment } from './flows/broken-equipment.ts';
import { forgottenPassword } from './flows/forgotten-password.ts';
import { laptop } from './flows/laptop.ts';
import { council, hospital } from './sample-partitions.ts';
import { ada, ben, cleo, gus, mia, sam } from './sample-people.ts';
import { sampleServices } from './sample-services.ts';

export const sampleOrganisation = (_now: Instant): Organisation => ({
  partitions: [council, hospital],
  people: [ada, ben, cleo, gus, mia, sam].map(signIn),
  services: sampleServices,
  flows: [brokenEquipment, forgottenPassword, laptop],
  articles: [],
  tickets: [],
});

/** Everybody of the sample signs in with their first name. */
const signIn = (person: Person): Organisation['people'][number] => ({ person, user: person.id, password: `${person.id}-portico` });
