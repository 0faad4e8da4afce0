import type { PartitionId, PersonId } from '../../domain/ids.ts';
import type { Person, Role } from '../../domain/person.ts';
import { usualRights } from '../../domain/rights.ts';
import { council, hospital } from './sample-partitions.ts';

const northwinder = (user: string, name: string, partitionId: PartitionId, ...more: readonly Role[]): Person => ({
  id: user as PersonId,
  name,
  email: `${user}@northwind.example`,
  partitionId,
  roles: ['employee', ...more],
  rights: usualRights(['employee', ...more]),
});

export const ada = northwinder('ada', 'Ada Lovell', council.id);
export const ben = northwinder('ben', 'Ben Okafor', council.id);
export const cleo = northwinder('cleo', 'Cleo Marsh', hospital.id);
export const gus = northwinder('gus', 'Gus Green', council.id, 'analyst');
export const hal = northwinder('hal', 'Hal Novak', council.id, 'analyst');
export const ines = northwinder('ines', 'Ines Duarte', hospital.id, 'analyst');
export const mia = northwinder('mia', 'Mia Lindqvist', council.id, 'chat-manager');
export const sam = northwinder('sam', 'Sam Ortega', council.id, 'administrator');
