/** An organisation where many chat at once: as many analysts as people who ask, for an analyst is in one chat at a time. */
import type { CallTemplateId, PartitionId, PersonId } from '../../../domain/ids.ts';
import { usualSimpleStatus, type Partition } from '../../../domain/partition.ts';
import type { Person, Role } from '../../../domain/person.ts';
import { usualRights } from '../../../domain/rights.ts';
import { usualChat, type ChatSettings } from '../../../domain/settings/chat-settings.ts';
import { settingsOf } from '../../../domain/settings/partition-settings.ts';
import { installOrganisation, type Organisation } from '../../../server/install-organisation.ts';
import { usualRoles } from '../../../server/records/hold-records.ts';
import { migrate } from '../../../server/database/migrations.ts';
import type { Database } from '../../../server/database/schema.ts';
import { createFeedWatch } from '../../../server/feed/feed-watch.ts';
import { v7 } from 'uuid';

/** So many chats, spread over so many partitions. */
export type ChatCrowd = { readonly chats: number; readonly partitions: number };

export const personOf = (chat: number): string => `person-${chat}`;
export const analystOf = (chat: number): string => `analyst-${chat}`;
/** Everybody's: what is guarded here is nobody's secret. */
export const crowdPassword = 'crowd-portico';

/** Puts it into an empty database. */
export const installCrowd = async (database: Database, crowd: ChatCrowd): Promise<void> => {
  await migrate(database, v7);
  const deps = { database, watch: createFeedWatch(), now: Date.now, passwordCost: { memoryKib: 64, passes: 1 } };
  await installOrganisation(deps, crowdOrganisation(crowd));
};

const crowdOrganisation = ({ chats, partitions: count }: ChatCrowd): Organisation => {
  const numbers = Array.from({ length: chats }, (_, chat) => chat);
  const placeOf = (chat: number) => `place-${chat % count}` as PartitionId;
  const places = Array.from({ length: count }, (_, index) => {
    const id = placeOf(index);
    const analystIds = numbers.filter((chat) => placeOf(chat) === id).map((chat) => analystOf(chat) as PersonId);
    const chat: ChatSettings = { ...usualChat, enabled: true, template: template.body.id, waitLimitMinutes: 60, analystIds };
    const partition: Partition = { id, name: id, chase: noChase, simpleStatus: usualSimpleStatus, reopenWindowDays: 14 };
    return { partition, settings: { ...settingsOf(partition), chat } };
  });
  const people = numbers.flatMap((chat) => [
    aPerson(personOf(chat), placeOf(chat), ['employee']),
    aPerson(analystOf(chat), placeOf(chat), ['employee', 'analyst']),
  ]);
  return {
    partitions: places.map(({ partition }) => partition),
    settings: places.map(({ settings }) => settings),
    records: [...usualRoles, template],
    people: people.map((person) => ({ person, user: person.id, password: crowdPassword })),
    services: [],
    flows: [],
    articles: [],
    tickets: [],
  };
};

const template = {
  of: 'call-template',
  body: { id: 'chat' as CallTemplateId, name: 'Chat', subject: 'Chat', callType: 'question', priority: 'normal', recipient: null },
} as const;

const chase = { enabled: false, waitMinutes: 60, maxChases: 1, setStatus: null, escalation: null };
const noChase = { call: chase, request: chase };

const aPerson = (id: string, partitionId: PartitionId, roles: readonly Role[]): Person => ({
  id: id as PersonId,
  name: id,
  email: `${id}@crowd.example`,
  partitionId,
  roles,
  rights: usualRights(roles),
});
