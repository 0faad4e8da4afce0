/** Northwind: a council and a hospital with people, a catalogue, knowledge and tickets, to try everything out with. */
import type { Instant } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import { partitionsInForce, type Organisation } from '../install-organisation.ts';
import { brokenEquipment } from './flows/broken-equipment.ts';
import { forgottenPassword } from './flows/forgotten-password.ts';
import { laptop } from './flows/laptop.ts';
import { buildingRepair } from './flows/building-repair.ts';
import { leaver } from './flows/leaver.ts';
import { meetingRoom } from './flows/meeting-room.ts';
import { newStarter } from './flows/new-starter.ts';
import { phone } from './flows/phone.ts';
import { sharedMailbox } from './flows/shared-mailbox.ts';
import { softwareLicence } from './flows/software-licence.ts';
import { somethingElse } from './flows/something-else.ts';
import { vpn } from './flows/vpn.ts';
import { sampleArticles } from './sample-articles.ts';
import { council, councilSettings, hospital, hospitalSettings } from './sample-partitions.ts';
import { ada, ben, cleo, gus, hal, ines, mia, sam } from './sample-people.ts';
import { sampleRecords } from './sample-records.ts';
import { councilChat } from './sample-chat.ts';
import { sampleServices } from './sample-services.ts';
import { sampleTickets } from './sample-tickets.ts';

export const sampleOrganisation = (now: Instant): Organisation => ({
  ...catalogue,
  people: [ada, ben, cleo, gus, hal, ines, mia, sam].map(signIn),
  articles: sampleArticles(now),
  tickets: sampleTickets({ ...catalogue, partitions: partitionsInForce(catalogue) }, now),
});

const catalogue = {
  partitions: [council, hospital],
  settings: [{ ...councilSettings, chat: councilChat }, hospitalSettings],
  records: sampleRecords,
  services: sampleServices,
  flows: [
    brokenEquipment,
    buildingRepair,
    forgottenPassword,
    laptop,
    leaver,
    meetingRoom,
    newStarter,
    phone,
    sharedMailbox,
    softwareLicence,
    somethingElse,
    vpn,
  ],
};

/** Everybody of the sample signs in with their first name. */
const signIn = (person: Person): Organisation['people'][number] => ({ person, user: person.id, password: `${person.id}-portico` });
