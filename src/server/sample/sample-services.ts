import type { Service, ServiceCategory } from '../../domain/service.ts';
import { brokenEquipment } from './flows/broken-equipment.ts';
import { forgottenPassword } from './flows/forgotten-password.ts';
import { laptop } from './flows/laptop.ts';
import { fromPlain } from './plain.ts';
import { council, hospital } from './sample-partitions.ts';

const everywhere = [council.id, hospital.id];

const equipment: ServiceCategory = { id: 'equipment', title: 'Equipment', icon: 'laptop' };
const access: ServiceCategory = { id: 'access', title: 'Accounts and software', icon: 'lock' };

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
    articleIds: [],
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
    articleIds: [],
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
    articleIds: [],
    targetHours: 4,
  },
]);
