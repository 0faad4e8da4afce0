import type { Organisation } from '../install-organisation.ts';
import type { Instant } from '../../domain/instant.ts';

export const sampleOrganisation = (_now: Instant): Organisation => {
  const policy = { enabled: true, waitMinutes: 60, maxChases: 3, setStatus: null, escalation: { title: 'Chased to the maximum' } };
  return {
    partitions: [
      {
        id: 'council' as never,
        name: 'Council Services',
        chase: { call: policy, request: { ...policy, waitMinutes: 240, maxChases: 2 } },
        simpleStatus: { new: 'received', 'in-progress': 'in-progress', 'waiting-for-person': 'needs-you', 'waiting-for-supplier': 'in-progress', resolved: 'done', closed: 'done' },
        reopenWindowDays: 14,
      },
    ],
    people: [
      { person: { id: 'ada' as never, name: 'Ada Lovell', email: 'ada@northwind.example', partitionId: 'council' as never, roles: ['employee'] }, user: 'ada', password: 'ada-portico' },
      { person: { id: 'gus' as never, name: 'Gus Green', email: 'gus@northwind.example', partitionId: 'council' as never, roles: ['employee', 'analyst'] }, user: 'gus', password: 'gus-portico' },
    ],
    services: [],
    flows: [],
    articles: [],
    tickets: [],
  };
};
