import 'fake-indexeddb/auto';
import { Route } from '@solidjs/router';
import { cleanup } from '@solidjs/testing-library';
import { v7 } from 'uuid';
import { afterEach, test } from 'vitest';
import { aPartition, aPerson, aPersonRecord, named } from '../../domain/builders.testing.ts';
import type { GroupId, PartitionId, PersonId, RoutingRuleId } from '../../domain/ids.ts';
import { keyOfRecord, type DeskRecord, type ListedKind } from '../../domain/records/desk-record.ts';
import { settingsOf } from '../../domain/settings/partition-settings.ts';
import { openPortal } from '../../portal/portal.testing.tsx';
import { openPersonStore } from '../../store/person-store.ts';
import '../admin-screens.ts';
import { RecordsPage } from './records-page.tsx';

afterEach(cleanup);

const hospital = settingsOf(aPartition({ id: named<PartitionId>('hospital'), name: 'Hospital Trust' }));
const noor = aPersonRecord({ id: named<PersonId>('noor'), name: 'Noor Aziz', partitionId: hospital.id });

const openList = async (of: ListedKind, record: DeskRecord) => {
  const store = openPersonStore(v7(), aPerson({ rights: ['self-service-portal-setup'] }));
  await store.cache.settings.put({ id: hospital.id, position: 1, body: hospital });
  await store.cache.records.put({ id: keyOfRecord(of, record.body.id), position: 1, body: record });
  await store.cache.meta.put({ key: 'cursor', cursor: named('c1'), position: 1, caughtUp: true });
  const actions = { store, now: Date.now, newId: v7, onPerformed: () => undefined };
  return openPortal(actions, '/', () => <Route path="/" component={() => <RecordsPage of={of} />} />);
};

test('the list of people says where each of them belongs', async () => {
  const page = await openList('person', { of: 'person', body: noor });
  await page.findByRole('link', { name: /Noor Aziz.*Hospital Trust/ });
});

test('a rule for one partition names it as people do', async () => {
  const when = { source: null, partitionId: hospital.id, callType: null, priority: null, contains: '' };
  const body = { id: named<RoutingRuleId>('wards'), name: 'Wards', rank: 10, when, recipient: { kind: 'group' as const, id: named<GroupId>('nobody') } };
  const page = await openList('routing-rule', { of: 'routing-rule', body });
  await page.findByRole('link', { name: /Wards.*Hospital Trust/ });
});
