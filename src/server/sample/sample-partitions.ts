import { usualSimpleStatus, type Partition } from '../../domain/partition.ts';
import { fromPlain } from './plain.ts';

export const council = fromPlain<Partition>({
  id: 'council',
  name: 'Council Services',
  chase: {
    call: { enabled: true, waitMinutes: 60, maxChases: 3, setStatus: null, escalation: { title: 'Chased three times without an answer' } },
    request: { enabled: true, waitMinutes: 240, maxChases: 2, setStatus: null, escalation: null },
  },
  simpleStatus: usualSimpleStatus,
  reopenWindowDays: 14,
});

/** On a ward half an hour is long. */
export const hospital = fromPlain<Partition>({
  id: 'hospital',
  name: 'Hospital Trust',
  chase: {
    call: { enabled: true, waitMinutes: 30, maxChases: 4, setStatus: 'in-progress', escalation: { title: 'Ward is still waiting' } },
    request: { enabled: true, waitMinutes: 480, maxChases: 1, setStatus: null, escalation: null },
  },
  simpleStatus: usualSimpleStatus,
  reopenWindowDays: 7,
});
