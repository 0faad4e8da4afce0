import type { Service, ServiceCategory } from '../../domain/service.ts';
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
import { fromPlain } from './plain.ts';
import { council, hospital } from './sample-partitions.ts';

const everywhere = [council.id, hospital.id];

const equipment: ServiceCategory = { id: 'equipment', title: 'Equipment', icon: 'laptop' };
const access: ServiceCategory = { id: 'access', title: 'Accounts and software', icon: 'lock' };
const people: ServiceCategory = { id: 'people', title: 'People', icon: 'people' };
const buildings: ServiceCategory = { id: 'buildings', title: 'Rooms and buildings', icon: 'building' };
const everything: ServiceCategory = { id: 'everything', title: 'Everything else', icon: 'question' };

export const sampleServices = fromPlain<readonly Service[]>([
  {
    id: 'broken-equipment',
    partitionIds: everywhere,
    title: 'Something is broken',
    summary: 'A computer, screen, phone or printer does not work as it should.',
    category: equipment,
    icon: 'wrench',
    makes: 'call',
    flow: { id: brokenEquipment.id, version: brokenEquipment.version },
    keywords: ['repair', 'defect', 'damaged', 'printer', 'scanner', 'monitor', 'black screen', 'crash', 'slow'],
    oftenAsked: 1,
    articleIds: ['laptop-frozen', 'printer-jam', 'second-screen'],
    targetHours: 8,
  },
  {
    id: 'laptop',
    partitionIds: everywhere,
    title: 'A laptop',
    summary: 'A new laptop, or another one in the place of yours.',
    category: equipment,
    icon: 'laptop',
    makes: 'request',
    flow: { id: laptop.id, version: laptop.version },
    keywords: ['computer', 'notebook', 'PC', 'lost', 'stolen', 'docking station', 'replacement'],
    oftenAsked: 3,
    articleIds: ['second-screen', 'work-from-home'],
    targetHours: 240,
  },
  {
    id: 'forgotten-password',
    partitionIds: everywhere,
    title: 'Forgotten password',
    summary: 'You cannot sign in, or think that somebody knows your password.',
    category: access,
    icon: 'lock',
    makes: 'call',
    flow: { id: forgottenPassword.id, version: forgottenPassword.version },
    keywords: ['reset', 'locked out', 'login', 'sign in', 'PIN', 'code', 'account'],
    oftenAsked: 2,
    articleIds: ['new-password'],
    targetHours: 4,
  },
  {
    id: 'vpn',
    partitionIds: everywhere,
    title: 'VPN access',
    summary: 'Work from home or on the road as if you were at the office.',
    category: access,
    icon: 'shield',
    makes: 'request',
    flow: { id: vpn.id, version: vpn.version },
    keywords: ['remote', 'home office', 'tunnel', 'connection', 'working from home'],
    oftenAsked: 4,
    articleIds: ['vpn-connecting', 'work-from-home'],
    targetHours: 24,
  },
  {
    id: 'software-licence',
    partitionIds: everywhere,
    title: 'Software licence',
    summary: 'A programme that is not on your computer, for you or your team.',
    category: access,
    icon: 'app',
    makes: 'request',
    flow: { id: softwareLicence.id, version: softwareLicence.version },
    keywords: ['Adobe', 'Office', 'install', 'programme', 'app', 'subscription'],
    oftenAsked: null,
    articleIds: ['install-software'],
    targetHours: 72,
  },
  {
    id: 'shared-mailbox',
    partitionIds: everywhere,
    title: 'Shared mailbox',
    summary: 'One address that several people read and answer.',
    category: access,
    icon: 'mail',
    makes: 'request',
    flow: { id: sharedMailbox.id, version: sharedMailbox.version },
    keywords: ['e-mail', 'group', 'inbox', 'distribution list', 'members'],
    oftenAsked: null,
    articleIds: ['shared-mailbox-open'],
    targetHours: 24,
  },
  {
    id: 'phone',
    partitionIds: everywhere,
    title: 'Mobile phone',
    summary: 'A phone, another one, or yours abroad; and what to do when it is gone.',
    category: equipment,
    icon: 'phone',
    makes: 'request',
    flow: { id: phone.id, version: phone.version },
    keywords: ['mobile', 'SIM', 'lost', 'stolen', 'roaming', 'smartphone'],
    oftenAsked: null,
    articleIds: ['lost-phone'],
    targetHours: 72,
  },
  {
    id: 'new-starter',
    partitionIds: everywhere,
    title: 'New starter',
    summary: 'Everything a new colleague needs on the first day.',
    category: people,
    icon: 'person-plus',
    makes: 'request',
    flow: { id: newStarter.id, version: newStarter.version },
    keywords: ['joiner', 'onboarding', 'new employee', 'intern', 'guest', 'account'],
    oftenAsked: 5,
    articleIds: ['first-day'],
    targetHours: 120,
  },
  {
    id: 'leaver',
    partitionIds: everywhere,
    title: 'Somebody leaves',
    summary: 'Close accounts, hand over messages and take back equipment.',
    category: people,
    icon: 'person-minus',
    makes: 'request',
    flow: { id: leaver.id, version: leaver.version },
    keywords: ['offboarding', 'resignation', 'retirement', 'moves team', 'last day'],
    oftenAsked: null,
    articleIds: [],
    targetHours: 48,
  },
  {
    id: 'meeting-room',
    partitionIds: everywhere,
    title: 'Meeting room',
    summary: 'A room with what you need in it, for two people or a hundred.',
    category: buildings,
    icon: 'room',
    makes: 'request',
    flow: { id: meetingRoom.id, version: meetingRoom.version },
    keywords: ['book', 'conference', 'video', 'hall', 'coffee'],
    oftenAsked: null,
    articleIds: ['video-conference'],
    targetHours: 24,
  },
  {
    id: 'building-repair',
    partitionIds: everywhere,
    title: 'Building repair',
    summary: 'Something in a building is broken, cold, dark or leaking.',
    category: buildings,
    icon: 'building',
    makes: 'call',
    flow: { id: buildingRepair.id, version: buildingRepair.version },
    keywords: ['caretaker', 'heating', 'light', 'toilet', 'lift', 'door', 'leak'],
    oftenAsked: null,
    articleIds: [],
    targetHours: 24,
  },
  {
    id: 'something-else',
    partitionIds: everywhere,
    title: 'Something else',
    summary: 'In your own words, when nothing here fits.',
    category: everything,
    icon: 'question',
    makes: 'request',
    flow: { id: somethingElse.id, version: somethingElse.version },
    keywords: ['other', 'help', 'question', 'idea', 'complaint'],
    oftenAsked: null,
    articleIds: [],
    targetHours: 48,
  },
]);
